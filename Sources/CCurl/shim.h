// SPDX-License-Identifier: Apache-2.0
// libcurl, and its functions that are variadic, for the types that are used.

#include <curl/curl.h>

static inline CURLcode cleardays_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode cleardays_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode cleardays_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode cleardays_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode cleardays_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
typedef size_t (*cleardays_curl_transfer)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode cleardays_curl_set_transfer(CURL *handle, CURLoption option, cleardays_curl_transfer value) {
    return curl_easy_setopt(handle, option, value);
}
static inline long cleardays_curl_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}
