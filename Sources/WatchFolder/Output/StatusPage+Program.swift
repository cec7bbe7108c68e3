// SPDX-License-Identifier: Apache-2.0

import Digests
import FoundationEssentials
import HTMLExport

extension StatusPage {
    /// How often the page is rewritten when nothing has changed, so that its time stamp shows that the service is running.
    static let signInterval = Duration.seconds(300)

    /// The base64 of the SHA-256 digest of ``program``, by which the page's policy lets it run (Content Security Policy Level 3, 2.3.1).
    static let digestOfProgram: String = {
        let bytes = program.withUTF8Buffer { Array($0) }
        let digits = Array(contentDigest(of: bytes).utf8)
        let digest = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        return Data(digest).base64EncodedString()
    }()

    /// The page's script: shows the age of the page and the days left, and reloads the page every minute unless the reader has paused that. A page
    /// older than fifteen minutes, three missed ``signInterval``s, is marked as stale.
    static let program: StaticString = """
        "use strict";
        (function () {
          var byId = function (id) { return document.getElementById(id); };
          var key = "cleardays-paused";
          var stored = function (value) {
            try {
              if (value !== undefined) { sessionStorage.setItem(key, value); }
              return sessionStorage.getItem(key) === "yes";
            } catch (error) { return value === "yes"; }
          };
          var alive = Date.parse(byId("alive").getAttribute("datetime"));
          var look = function () {
            var minutes = Math.max(0, Math.floor((Date.now() - alive) / 60000));
            var hours = Math.floor(minutes / 60);
            byId("age").textContent = minutes < 1 ? ", just now"
              : minutes < 120 ? ", " + minutes + (minutes === 1 ? " minute ago" : " minutes ago")
              : hours < 48 ? ", " + hours + " hours ago" : ", " + Math.floor(hours / 24) + " days ago";
            byId("stale").hidden = minutes < 15;
            var today = new Date();
            document.querySelectorAll("time.due").forEach(function (time) {
              var parts = time.getAttribute("datetime").split("-").map(Number);
              var days = Math.round((Date.UTC(parts[0], parts[1] - 1, parts[2])
                - Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())) / 86400000);
              var left = time.nextElementSibling;
              if (!left) {
                left = document.createElement("span");
                time.after(" ", left);
              }
              left.className = days < 0 ? "bad" : days < 6 ? "soon" : "quiet";
              left.textContent = days < 0 ? "(the day is past)" : days === 0 ? "(today)"
                : days === 1 ? "(1 day left)" : "(" + days + " days left)";
            });
          };
          var pause = byId("pause");
          var show = function () { pause.setAttribute("aria-pressed", stored() ? "true" : "false"); };
          byId("refreshing").hidden = false;
          pause.addEventListener("click", function () {
            stored(pause.getAttribute("aria-pressed") === "true" ? "no" : "yes");
            show();
          });
          show();
          look();
          setInterval(look, 20000);
          setInterval(function () { if (pause.getAttribute("aria-pressed") !== "true") { location.reload(); } }, 60000);
        })();
        """

    /// The look of the page. Words have a contrast of 7 to 1 and more with their ground, on light and on dark.
    static let sheet: StyleSheet = {
        var sheet = StyleSheet()
        sheet.add(
            """
            :root{--page:#fff;--ink:#111;--quiet:#4a4a4a;--bad:#8a0000;--soon:#6b4400;--link:#003c8f;--rule:#595959}
            @media (prefers-color-scheme:dark){:root{--page:#16191c;--ink:#f2f2f2;--quiet:#c4c4c4;--bad:#ffb3ad;--soon:#ffd580;--link:#a8c7ff;--rule:#8c8c8c}}
            *{box-sizing:border-box}
            body{font:1.125rem/1.5 sans-serif;margin:0 auto;max-width:78rem;padding:1rem;color:var(--ink);background:var(--page);overflow-wrap:break-word}
            h1{font-size:1.75rem;line-height:1.2}
            table{border-collapse:collapse;width:100%}
            caption{text-align:left;font-weight:bold;font-size:1.25rem;padding-bottom:.5rem}
            th,td{border:1px solid var(--rule);padding:.4rem .6rem;text-align:left;vertical-align:top}
            .number{text-align:right;font-variant-numeric:tabular-nums}
            .bad{font-weight:bold;color:var(--bad)}
            .soon{font-weight:bold;color:var(--soon)}
            .quiet{color:var(--quiet);font-weight:normal}
            a{color:var(--link)}
            .other{font-weight:normal}
            button{font:inherit;padding:.4rem .8rem;color:var(--ink);background:var(--page);border:2px solid var(--rule);border-radius:.25rem}
            button[aria-pressed=true]{background:var(--ink);color:var(--page)}
            :focus-visible{outline:3px solid var(--link);outline-offset:2px}
            .scroll{overflow-x:auto;margin:1rem 0 2rem}
            @media (max-width:40rem){body{font-size:1rem}.scroll table{min-width:40rem}tbody th[scope=row]:first-child{position:sticky;left:0;max-width:8rem;background:var(--page)}}
            @media print{#refreshing{display:none}tr{break-inside:avoid}}

            """
        )
        return sheet
    }()
}
