"use strict";

(() => {
  const form = document.querySelector(".search");
  if (!form || location.protocol === "file:") return; // a page of a disk may fetch nothing
  const { top, live, none, found: foundWord } = form.dataset;
  const input = form.querySelector("input");
  const list = form.querySelector("ul");
  const said = document.getElementById("said");
  const lang = document.documentElement.lang;
  const SHOWN = 20;

  // Words are taken apart as site/tokens.py does it.
  const CJK = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const RUN = new RegExp(`[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, "gu");
  const isCjk = new RegExp(`^[${CJK}]`, "u");
  const folded = (text) => [...text].map((char) => (char === "ı" ? char : char.toUpperCase().toLowerCase())).join("");
  const typed = (text) => {
    const words = [];
    for (const run of text.normalize("NFKC").match(RUN) ?? []) {
      const chars = [...run];
      if (!isCjk.test(run)) words.push([...folded(run)].slice(0, 40).join(""));
      else if (chars.length === 1) words.push(run);
      else for (let at = 0; at < chars.length - 1; at += 1) words.push(chars[at] + chars[at + 1]);
    }
    return [...new Set(words)];
  };

  const files = new Map();
  const load = (name) => {
    if (!files.has(name)) {
      const loaded = fetch(`${top}search/${name}.json`).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return answer.json();
      });
      loaded.catch(() => files.delete(name));
      files.set(name, loaded);
    }
    return files.get(name);
  };

  // The endpoints that have a word which begins like this, and how well.
  const MOST_SHARDS = 4;
  const scores = async (word, { shards, count }) => {
    let at = 0;
    while (at + 1 < shards.length && shards[at + 1] <= word) at += 1;
    const names = [];
    for (; at < shards.length && names.length < MOST_SHARDS; at += 1) {
      if (names.length && !shards[at].startsWith(word)) break;
      names.push(at);
    }
    const best = new Map();
    for (const shard of await Promise.all(names.map(load))) {
      for (const [one, flat] of Object.entries(shard)) {
        if (!one.startsWith(word)) continue;
        const rare = Math.log(1 + (2 * count) / flat.length);
        for (let index = 0; index < flat.length; index += 2) {
          const score = flat[index + 1] * rare * (one === word ? 2 : 1);
          if (score > (best.get(flat[index]) ?? 0)) best.set(flat[index], score);
        }
      }
    }
    return best;
  };

  const inFiles = async (text) => {
    const words = typed(text);
    if (!words.length) return [];
    const index = await load("index");
    const [first, ...others] = await Promise.all(words.map((word) => scores(word, index)));
    const ranked = [...first].filter(([doc]) => others.every((one) => one.has(doc)));
    const total = (doc, score) => others.reduce((sum, one) => sum + one.get(doc), score);
    ranked.sort((a, b) => total(...b) - total(...a) || a[0] - b[0]);
    const shown = ranked.slice(0, SHOWN);
    const docs = await Promise.all(shown.map(([doc]) => load(`docs-${Math.floor(doc / index.docs)}`)));
    const results = shown.map(([doc], at) => docs[at][doc % index.docs]);
    return results.map(([name, method, path, titles]) => ({ name, method, path, titles, count: ranked.length }));
  };

  const fromServer = async (text) => {
    const answer = await fetch(`${top}api/search?q=${encodeURIComponent(text)}`);
    return answer.ok ? answer.json() : [];
  };

  let results = [];
  let active = -1;
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    const item = list.children[index];
    if (item) {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  };
  const home = document.querySelector(".bar .home").getAttribute("href").replace(/index\.html$/, "");
  const address = (one) => home + one.name.split("/").map(encodeURIComponent).join("/") + ".html";
  // A page says zh-Hans where a spec says zh.
  const titleOf = (one) => one.titles[lang] ?? one.titles[lang.split("-")[0]] ?? Object.values(one.titles)[0] ?? one.name;

  const fill = () => {
    list.replaceChildren(
      ...results.map((one, at) => {
        const item = document.createElement("li");
        item.id = `found-${at}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const method = document.createElement("span");
        method.className = "method";
        method.textContent = one.method;
        const path = document.createElement("code");
        path.textContent = one.path;
        const title = document.createElement("span");
        title.textContent = titleOf(one);
        item.append(method, title, path);
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => location.assign(address(one)));
        return item;
      }),
    );
    if (!results.length) {
      const item = document.createElement("li");
      item.textContent = none;
      item.id = "found-none";
      item.className = "none";
      item.setAttribute("role", "option");
      item.setAttribute("aria-disabled", "true");
      list.append(item);
    }
    said.textContent = results.length ? foundWord.replace("%", results[0].count ?? results.length) : none;
    mark(-1);
    show(true);
  };

  let asked = 0;
  const search = async () => {
    const text = input.value.trim();
    const mine = (asked += 1);
    if (!text) {
      show(false);
      return;
    }
    let made = [];
    try {
      made = await (live ? fromServer(text) : inFiles(text));
    } catch {
      // Then nothing is found; the next letter tries again.
    }
    if (mine !== asked) return;
    results = made;
    fill();
    show(document.activeElement === input);
  };

  let searching = Promise.resolve();
  const open = async () => {
    const text = input.value;
    await searching;
    const one = results[Math.max(active, 0)];
    if (one && text === input.value && text.trim()) location.assign(address(one));
  };
  input.addEventListener("input", () => {
    active = -1;
    searching = search();
  });
  input.addEventListener("focus", () => input.value.trim() && results.length && show(true));
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // of an input method, as for Chinese
    const isOpen = !list.hidden;
    if (event.key === "Escape" && isOpen) show(false);
    else if (event.key === "ArrowDown" && results.length && input.value.trim()) isOpen ? mark((active + 1) % results.length) : show(true);
    else if (event.key === "ArrowUp" && results.length && isOpen) mark((Math.max(active, 0) + results.length - 1) % results.length);
    else if (event.key === "Enter") open();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  form.hidden = false;
})();
