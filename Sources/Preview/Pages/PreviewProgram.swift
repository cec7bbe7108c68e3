// SPDX-License-Identifier: Apache-2.0

/// The program of the pages: it keeps a page as the files are without moving what is read, and says where passages were written.
enum PreviewProgram {
    static let text: [UInt8] = source.withUTF8Buffer { Array($0) }

    /// A page listens only while it can be seen: a browser has few connections to one server for all of its tabs, and a page that comes into view asks
    /// at once what it has missed. Where no sign of life comes for 25 seconds, two and a half beats, the page says that it is no longer followed.
    ///
    /// An update puts the new document into the old one piece by piece (`merge`), so that what has not changed keeps its place, its focus and its
    /// scrolled regions; what was at the top of the window stays there (`holdView`).
    private static let source: StaticString = """
        "use strict";
        (function () {
          var byId = function (id) { return document.getElementById(id); };
          var bar = byId("pv.0"), news = byId("pv.1"), lost = byId("pv.2"), passage = byId("pv.3");
          var subject = bar.getAttribute("data-subject");
          var generation = bar.getAttribute("data-generation");
          var source = null, lastSign = Date.now(), updating = false, again = false, retry = 0;
          var places = {}, problems = [], here = null;

          // Merging a new document into the page.
          var isOurs = function (name) { return name === "tabindex" || name.indexOf("data-pv") === 0; };
          var isAlike = function (one, other) {
            return one.nodeName === other.nodeName && one.textContent === other.textContent
              && (one.nodeType !== 1 || one.getAttribute("src") === other.getAttribute("src"));
          };
          var merge = function (old, fresh) {
            if (old.isEqualNode(fresh)) { return; }
            if (old.nodeType !== 1) { old.data = fresh.data; return; }
            Array.from(old.attributes).forEach(function (attribute) {
              if (!isOurs(attribute.name) && !fresh.hasAttribute(attribute.name)) { old.removeAttribute(attribute.name); }
            });
            Array.from(fresh.attributes).forEach(function (attribute) {
              if (old.getAttribute(attribute.name) !== attribute.value) { old.setAttribute(attribute.name, attribute.value); }
            });
            var were = Array.from(old.childNodes), are = Array.from(fresh.childNodes);
            var start = 0, oldEnd = were.length, newEnd = are.length;
            while (start < oldEnd && start < newEnd && isAlike(were[start], are[start])) {
              merge(were[start], are[start]);
              start += 1;
            }
            while (oldEnd > start && newEnd > start && isAlike(were[oldEnd - 1], are[newEnd - 1])) {
              oldEnd -= 1;
              newEnd -= 1;
              merge(were[oldEnd], are[newEnd]);
            }
            while (start < oldEnd && start < newEnd && were[start].nodeName === are[start].nodeName) {
              merge(were[start], are[start]);
              start += 1;
            }
            var next = were[oldEnd] || null;
            for (var index = start; index < oldEnd; index += 1) { were[index].remove(); }
            for (index = start; index < newEnd; index += 1) { old.insertBefore(document.importNode(are[index], true), next); }
          };

          // What is at the top of the window stays there.
          var holdView = function () {
            var blocks = Array.from(document.querySelectorAll("main [data-node], main h1, main h2, main li, main tr"));
            var first = blocks.find(function (block) { return block.getBoundingClientRect().bottom > 0; });
            if (!first || window.scrollY === 0) { return function () { return undefined; }; }
            var top = first.getBoundingClientRect().top, words = first.textContent, name = first.nodeName;
            return function () {
              if (!document.contains(first)) {
                first = Array.from(document.querySelectorAll("main " + name)).find(function (block) {
                  return block.textContent === words;
                });
              }
              if (first) { window.scrollBy(0, first.getBoundingClientRect().top - top); }
            };
          };
          var holdFocus = function () {
            var focused = document.activeElement;
            if (!focused || focused === document.body) { return function () { return undefined; }; }
            var id = focused.id, node = focused.getAttribute("data-node");
            return function () {
              if (document.contains(focused)) { return; }
              var next = id ? byId(id) : node ? document.querySelector("[data-node='" + node + "']") : null;
              if (next) { next.focus({ preventScroll: true }); }
            };
          };

          // Passages and where they were written.
          var passages = function () { return Array.from(document.querySelectorAll("[data-pv-from]")); };
          var show = function (block) {
            if (here) { here.removeAttribute("data-pv-here"); }
            here = block;
            if (!block) { return; }
            block.setAttribute("data-pv-here", "");
            var words = "This passage was written in " + places[block.getAttribute("data-node")] + ".";
            if (passage.textContent !== words) { passage.textContent = words; }
          };
          var stopAt = function (block) {
            document.querySelectorAll("[data-pv-from][tabindex]").forEach(function (other) {
              if (other !== block) { other.removeAttribute("tabindex"); }
            });
            if (block) { block.setAttribute("tabindex", "0"); }
          };
          var mark = function () {
            document.querySelectorAll("[data-node]").forEach(function (block) {
              var isPlaced = places[block.getAttribute("data-node")] !== undefined;
              if (isPlaced !== block.hasAttribute("data-pv-from")) { block.toggleAttribute("data-pv-from", isPlaced); }
            });
            problems.forEach(function (problem) {
              var block = document.querySelector("[data-node='" + problem.node + "']");
              if (!block) { return; }
              var note = document.createElement("div"), kind = document.createElement("strong");
              note.className = "pv-note";
              note.setAttribute("role", "note");
              note.setAttribute("lang", "en-GB");
              kind.textContent = problem.kind + ": ";
              note.append(kind, problem.message + " " + (problem.hint ? problem.hint + " " : "") + "(" + problem.place + ")");
              if (/^(LI|DD|TD|TH|FIGURE)$/.test(block.nodeName)) { block.append(note); } else { block.after(note); }
            });
            if (here && !document.contains(here)) { here = null; }
            if (here) { show(here); }
            stopAt(here || document.querySelector("[tabindex][data-pv-from]") || passages()[0]);
          };
          var unmark = function () { document.querySelectorAll(".pv-note").forEach(function (note) { note.remove(); }); };
          document.addEventListener("click", function (event) {
            if (!passage || event.target.closest("a, button, .pv-bar") || String(window.getSelection())) { return; }
            var block = event.target.closest("[data-pv-from]");
            if (block) { stopAt(block); show(block); }
          });
          document.addEventListener("focusin", function (event) {
            if (passage && event.target.hasAttribute("data-pv-from")) { show(event.target); }
          });
          document.addEventListener("keydown", function (event) {
            var block = document.activeElement;
            if (!block || !block.hasAttribute("data-pv-from") || event.altKey || event.ctrlKey || event.metaKey) { return; }
            if (event.key === "Enter") { show(block); }
            if (event.key === "Escape") { show(null); block.blur(); }
            if (event.key !== "ArrowDown" && event.key !== "ArrowUp") { return; }
            event.preventDefault();
            var all = passages(), next = all[all.indexOf(block) + (event.key === "ArrowDown" ? 1 : -1)];
            if (next) { stopAt(next); next.focus(); }
          });

          // Updates.
          var ask = function (address) { return fetch(address, { cache: "no-store", redirect: "error" }); };
          var readPlaces = function (address) {
            if (!address) { return Promise.resolve(); }
            return ask(address).then(function (answer) { return answer.ok ? answer.json() : { places: {}, problems: [] }; })
              .then(function (list) { places = list.places; problems = list.problems; });
          };
          var take = function (text) {
            var fresh = new DOMParser().parseFromString(text, "text/html");
            var freshBar = fresh.getElementById("pv.0");
            var style = document.querySelector("head style"), freshStyle = fresh.querySelector("head style");
            if (!freshBar || (style ? style.textContent : "") !== (freshStyle ? freshStyle.textContent : "")
                || freshBar.getAttribute("data-places") !== bar.getAttribute("data-places")) {
              location.reload();
              return Promise.resolve();
            }
            return readPlaces(freshBar.getAttribute("data-places")).then(function () {
              var keepView = holdView(), keepFocus = holdFocus();
              unmark();
              document.title = fresh.title;
              document.documentElement.lang = fresh.documentElement.lang;
              var definitions = document.querySelector("body > svg.defs");
              var freshDefinitions = fresh.querySelector("body > svg.defs");
              if (definitions && freshDefinitions) { merge(definitions, freshDefinitions); }
              if (!definitions && freshDefinitions) {
                document.querySelector("main").before(document.importNode(freshDefinitions, true));
              }
              ["main", "header", ".pv-links"].forEach(function (name) {
                var old = document.querySelector("body " + name), next = fresh.querySelector("body " + name);
                if (old && next) { merge(old, next); }
              });
              var list = byId("pv.4"), freshList = fresh.getElementById("pv.4");
              if (list && freshList) { merge(list, freshList); }
              var states = function (own) { return Array.from(own.querySelectorAll(".pv-bar > .pv-bad")); };
              states(document).forEach(function (state) { state.remove(); });
              states(fresh).forEach(function (state) { byId("pv.4").before(document.importNode(state, true)); });
              generation = freshBar.getAttribute("data-generation");
              bar.setAttribute("data-generation", generation);
              if (passage) { mark(); }
              keepFocus();
              keepView();
              var time = new Date().toLocaleTimeString();
              news.textContent = states(document).length > 0
                ? "The files changed at " + time + ", and this page cannot show it yet." : "Brought up to date at " + time + ".";
            });
          };
          var update = function () {
            if (updating) { again = true; return; }
            updating = true;
            again = false;
            ask(location.href).then(function (answer) {
              if (answer.status === 404 && subject) {
                news.textContent = "This paper is no longer in the workspace: it may have been renamed or removed.";
                return undefined;
              }
              return answer.ok ? answer.text().then(take) : Promise.reject(answer.status);
            }).catch(function () {
              news.textContent = "This page is not up to date. It tries again.";
              setTimeout(update, 2000);
            }).then(function () {
              updating = false;
              if (again) { update(); }
            });
          };

          // Following the round.
          var sign = function () { lastSign = Date.now(); lost.hidden = true; };
          var close = function () { if (source) { source.close(); source = null; } };
          var listen = function () {
            close();
            if (document.hidden) { return; }
            lastSign = Date.now();
            source = new EventSource(bar.getAttribute("data-events") + "?since=" + encodeURIComponent(generation));
            source.addEventListener("open", sign);
            source.addEventListener("alive", sign);
            source.addEventListener("round", function (event) {
              sign();
              var change = JSON.parse(event.data);
              if (!subject || change.all || change.papers.indexOf(subject) >= 0) { update(); }
            });
            source.addEventListener("error", function () {
              // A browser tries again each second, and fails each time.
              if (retry) { return; }
              retry = setTimeout(function () {
                retry = 0;
                if (!source || source.readyState === 1) { return; }
                lost.hidden = false;
                if (source.readyState === 2) { listen(); }
              }, 3000);
            });
          };
          document.addEventListener("visibilitychange", listen);
          window.addEventListener("pagehide", close);
          window.addEventListener("pageshow", function (event) { if (event.persisted) { listen(); } });
          setInterval(function () {
            if (source && Date.now() - lastSign > 25000) { lost.hidden = false; }
          }, 5000);
          readPlaces(bar.getAttribute("data-places")).then(function () { if (passage) { mark(); } })
            .catch(function () { return undefined; });
          listen();
        })();
        """
}
