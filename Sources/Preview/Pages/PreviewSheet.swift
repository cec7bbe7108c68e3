// SPDX-License-Identifier: Apache-2.0

import HTMLExport

/// The look of what the preview adds to a paper, and of its own pages. Words have a contrast of 7 to 1 and more with their ground, on light and
/// on dark.
enum PreviewSheet {
    static let text: [UInt8] = {
        var sheet = StyleSheet()
        sheet.add(
            """
            :root{--pv-page:#fff;--pv-ink:#111;--pv-quiet:#4a4a4a;--pv-bad:#8a0000;--pv-link:#003c8f;--pv-rule:#595959;--pv-ground:#eef2f7;--pv-warn:#fff3d6}
            @media (prefers-color-scheme:dark){:root{--pv-page:#16191c;--pv-ink:#f2f2f2;--pv-quiet:#c4c4c4;--pv-bad:#ffb3ad;--pv-link:#a8c7ff;--pv-rule:#8c8c8c;--pv-ground:#23282e;--pv-warn:#3a2f12}}
            html{scroll-padding-bottom:6rem}
            body{padding-bottom:6rem}
            .pv-own{box-sizing:border-box;font:1.125rem/1.5 sans-serif;margin:0;color:var(--pv-ink);background:var(--pv-page);overflow-wrap:break-word}
            .pv-own main{max-width:78rem;margin:0 auto;padding:0 1rem}
            .pv-own h1{font-size:1.75rem;line-height:1.2}
            .pv-own a{color:var(--pv-link)}
            .pv-skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:var(--pv-page);z-index:9}
            .pv-skip:focus{left:0}
            .pv-bar{box-sizing:border-box;padding:.5rem 1rem;border-bottom:2px solid var(--pv-rule);background:var(--pv-ground);color:var(--pv-ink);font:1rem/1.5 sans-serif}
            .pv-bar p,.pv-bar ul,.pv-bar h2{max-width:none}
            .pv-bar p{margin:0;color:var(--pv-ink)}
            .pv-bar a,.pv-bar strong{color:inherit}
            .pv-links{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
            .pv-links a{padding:.25rem 0;color:var(--pv-link)!important}
            .pv-links a[aria-current]{font-weight:bold;color:var(--pv-ink)!important;text-decoration:none}
            .pv-bar .pv-restricted,.pv-restricted{margin:0 0 .25rem;padding:.4rem .8rem;background:#8a0000;color:#fff;font-weight:bold}
            .pv-bar .pv-bad,.pv-bad{color:var(--pv-bad);font-weight:bold}
            .pv-quiet{color:var(--pv-quiet);font-weight:normal}
            .pv-bar .pv-news:empty{display:none}
            .pv-bar .pv-lost{position:fixed;z-index:9;top:0;left:0;right:0;padding:.6rem 1rem;background:#8a0000;color:#fff;font-weight:bold}
            .pv-bar .pv-lost[hidden]{display:none}
            .pv-bar .pv-passage{position:fixed;z-index:8;left:0;right:0;bottom:0;padding:.5rem 1rem;border-top:2px solid var(--pv-rule);background:var(--pv-ground);overflow-wrap:anywhere;max-height:30vh;overflow:hidden}
            .pv-problems{margin:.5rem 0}
            .pv-problems h2{margin:0;font:bold 1.125rem/1.4 sans-serif;color:var(--pv-ink)}
            .pv-problems ul{margin:.25rem 0;padding-left:1.25rem}
            .pv-note{box-sizing:border-box;max-width:44rem;margin:.4rem 0;padding:.4rem .8rem;border-left:.35rem solid var(--pv-bad);background:var(--pv-warn);color:var(--pv-ink);font:1rem/1.4 sans-serif;text-align:left;white-space:normal}
            .pv-note strong{color:var(--pv-bad)}
            [data-pv-from]{cursor:help}
            [data-pv-from]:hover{outline:1px dashed var(--pv-rule);outline-offset:1px}
            [data-pv-here]{outline:3px solid var(--pv-link)!important;outline-offset:2px}
            .pv-own table{border-collapse:collapse;width:100%}
            .pv-own caption{text-align:left;font-weight:bold;font-size:1.25rem;padding-bottom:.5rem}
            .pv-own th,.pv-own td{border:1px solid var(--pv-rule);padding:.4rem .6rem;text-align:left;vertical-align:top}
            .pv-own .pv-number{text-align:right;font-variant-numeric:tabular-nums}
            .pv-scroll{overflow-x:auto;margin:1rem 0 2rem}
            .pv-own :focus-visible,.pv-bar :focus-visible{outline:3px solid var(--pv-link);outline-offset:2px}
            .pv-pages{list-style:none;margin:1rem 0;padding:0}
            .pv-pages li{margin:0 0 1.5rem}
            .pv-pages img{display:block;box-sizing:border-box;width:100%;max-width:62rem;height:auto;border:1px solid var(--pv-rule);background:#fff}
            @media (max-width:40rem){.pv-own{font-size:1rem}.pv-scroll table{min-width:44rem}.pv-scroll tbody th[scope=row]:first-child{position:sticky;left:0;max-width:9rem;background:var(--pv-page)}}
            @media print{.pv-bar,.pv-note{display:none}}

            """
        )
        return sheet.text
    }()
}
