// SPDX-License-Identifier: Apache-2.0
// librabbitmq, and what of it is variadic or a macro that Swift does not import.

#include <sys/time.h>
// Where Debian 13 has them; Debian 12 has them below.
#if __has_include(<rabbitmq-c/amqp.h>)
#include <rabbitmq-c/amqp.h>
#include <rabbitmq-c/framing.h>
#include <rabbitmq-c/ssl_socket.h>
#include <rabbitmq-c/tcp_socket.h>
#else
#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>
#endif

// amqp_login is variadic. One channel is used.
static inline amqp_rpc_reply_t cleardays_amqp_login(
    amqp_connection_state_t state, const char *vhost, int heartbeat, const char *user, const char *password) {
    return amqp_login(state, vhost, 1, AMQP_DEFAULT_FRAME_SIZE, heartbeat, AMQP_SASL_METHOD_PLAIN, user, password);
}

// The identifiers of methods are casts.
static const uint32_t cleardays_amqp_deliver = AMQP_BASIC_DELIVER_METHOD;
static const uint32_t cleardays_amqp_ack = AMQP_BASIC_ACK_METHOD;
static const uint32_t cleardays_amqp_nack = AMQP_BASIC_NACK_METHOD;
static const uint32_t cleardays_amqp_return = AMQP_BASIC_RETURN_METHOD;
static const uint32_t cleardays_amqp_cancel = AMQP_BASIC_CANCEL_METHOD;
static const uint32_t cleardays_amqp_channel_close = AMQP_CHANNEL_CLOSE_METHOD;
static const uint32_t cleardays_amqp_connection_close = AMQP_CONNECTION_CLOSE_METHOD;
