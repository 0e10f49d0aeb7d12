"use strict";

// What the console shows of an answer: its status, headers and body; a stream as it arrives, its texts joined.
const snippetgenAnswer = (() => {
  const { element } = snippetgenForm;

  // JSON, as text with exact numbers, folded by <details>; null if a text is no JSON.
  const LARGEST = 500_000; // characters; a browser is slow with more elements
  const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:]))/y;
  const tree = (text) => {
    try {
      if (text.length > LARGEST) return null;
      JSON.parse(text);
    } catch {
      return null;
    }
    TOKEN.lastIndex = 0;
    const next = () => TOKEN.exec(text)?.slice(1) ?? [];
    const span = (kind, words) => element("span", { class: kind, dir: "auto" }, words);
    const value = ([string, number, word, mark]) => {
      if (string) return span("s2", string);
      if (number) return span("mi", number);
      if (word) return span("kc", word);
      return many(mark);
    };
    const many = (open) => {
      const close = open === "{" ? "}" : "]";
      const items = [];
      let token = next();
      while (token[3] !== close) {
        if (token[3] === ",") token = next();
        const item = element("div", {});
        if (open === "{") {
          item.append(span("nt", token[0]), ": ");
          next();
          token = next();
        }
        item.append(value(token));
        items.push(item);
        token = next();
      }
      if (!items.length) return span("p", open + close);
      const size = ` ${items.length} `;
      return element("details", { open: true }, element("summary", {}, open, element("span", { class: "size" }, size), close), element("div", { class: "inside" }, ...items));
    };
    try {
      return element("div", { class: "tree" }, value(next()));
    } catch {
      return null; // nested too deeply to be shown
    }
  };

  const at = (data, path) =>
    path.split(/[.[\]]+/).filter(Boolean).reduce((value, step) => (value === null || value === undefined ? undefined : value[step]), data);

  // The text of one event at a path; nothing where there is none.
  const textOf = (data, path) => {
    if (path === null) return `${data}\n`;
    try {
      const found = at(JSON.parse(data), path);
      return typeof found === "string" ? found : found === undefined || found === null ? "" : JSON.stringify(found);
    } catch {
      return "";
    }
  };

  const kindOf = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

  // What the example has and the answer has not, or has of another type; an element of a list stands for all.
  const differences = (example, answer, words, path = "") => {
    const [wanted, found] = [kindOf(example), kindOf(answer)];
    if (wanted === "null" || found === "null") return [];
    if (wanted !== found) return [words.other_type.replace("{type}", found).replace("{wanted}", wanted).replace("{path}", () => path || ".")];
    if (wanted === "array") return example.length && answer.length ? differences(example[0], answer[0], words, `${path}[]`) : [];
    if (wanted !== "object") return [];
    return Object.keys(example).flatMap((key) => {
      const name = path ? `${path}.${key}` : key;
      return Object.hasOwn(answer, key) ? differences(example[key], answer[key], words, name) : [words.missing.replace("{path}", () => name)];
    });
  };

  const compared = (example, text, words) => {
    try {
      return differences(JSON.parse(example), JSON.parse(text), words);
    } catch {
      return [];
    }
  };

  // Takes a stream apart as it arrives: the data of its events, or its lines.
  const reader = (isLines) => {
    let rest = "";
    return (text, isLast = false) => {
      rest += text;
      if (isLines) {
        const lines = rest.split("\n");
        rest = isLast ? "" : lines.pop();
        return lines.map((line) => line.replace(/\r$/, "")).filter(Boolean);
      }
      const events = rest.split(/\r\n\r\n|\n\n|\r\r/);
      rest = isLast ? "" : events.pop();
      return events
        .map((event) => event.split(/\r\n|\n|\r/).filter((line) => line.startsWith("data:")).map((line) => line.slice(5).replace(/^ /, "")))
        .filter((lines) => lines.length)
        .map((lines) => lines.join("\n"));
    };
  };

  const size = (bytes) => (bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);
  const isBinary = (text) => /[\0\ufffd]/.test(text);

  const block = () => element("pre", { dir: "auto", tabindex: "0" });
  // A text with its caption above; hidden as long as it is empty.
  const captioned = (caption, name) => {
    const pre = element("pre", { class: name, dir: "auto", tabindex: "0", role: "region", "aria-label": caption });
    const box = element("div", { class: "captioned", hidden: true }, element("p", { class: "caption" }, caption), pre);
    box.add = (text) => {
      if (text) pre.append(text);
      box.hidden = !pre.textContent;
    };
    return box;
  };

  // A place for one answer; `head`, `piece` and `end` fill it, `fail` says why there is no more of it.
  const make = (form, words) => {
    const status = element("p", { class: "status", role: "status", dir: "auto" });
    const joined = captioned(words.joined, "joined");
    const asides = captioned(words.asides, "asides");
    const content = element("div", { class: "content" });
    const headers = element("dl", {});
    const raw = block();
    const rawBox = element("details", { class: "raw" }, element("summary", {}, words.raw), raw);
    const sent = block();
    const sentBox = element("details", { class: "sent", hidden: true }, element("summary", {}, words.sent), sent);
    const notes = element("ul", { class: "notes" });
    const box = element("div", { class: "answer" }, status, notes, element("div", { class: "pieces" }, element("div", {}, asides, joined), rawBox), content,
      element("details", {}, element("summary", {}, words.headers), headers), sentBox);
    let read = null;
    let text = "";
    let mediaType = "";
    let isDone = false;
    const note = (line) => notes.append(element("li", { dir: "auto" }, line));
    const events = (found) => {
      for (const data of found) {
        if (data === form.stream.done) isDone = true;
        if (isDone) return;
        for (const path of form.stream.asides) asides.add(textOf(data, path));
        joined.add(textOf(data, form.stream.delta));
      }
    };
    box.sent = (one) => {
      sent.append(sent.textContent ? "\n\n" : "", one.raw);
      sentBox.hidden = false;
      if (one.dropped?.length) note(words.dropped.replace("{names}", () => one.dropped.join(", ")));
    };
    // An answer that is kept shows no secret any more.
    box.mask = (masked) => { sent.textContent = masked(sent.textContent); };
    box.redirected = (one) => {
      note(words.redirected.replace("{status}", one.status).replace("{target}", () => one.target));
      if (one.dropped?.length) note(words.dropped.replace("{names}", () => one.dropped.join(", ")));
    };
    box.head = (one) => {
      mediaType = (one.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "").toLowerCase();
      status.textContent = `${one.status} ${one.reason}`.trim();
      status.dataset.ok = String(one.status < 300);
      headers.replaceChildren(...one.headers.flatMap(([name, value]) => [element("dt", {}, name), element("dd", { dir: "auto" }, value)]));
      const isStream = form.stream && one.status < 300 && mediaType.startsWith(form.stream.media_type);
      read = isStream ? reader(form.stream.lines) : null;
      box.dataset.stream = String(Boolean(isStream));
      rawBox.open = Boolean(isStream);
    };
    box.piece = (piece) => {
      text += piece;
      raw.append(piece);
      if (read) events(read(piece));
    };
    const show = (image) => {
      if (read) events(read("", true));
      else if (image) content.replaceChildren(element("img", { src: image, alt: words.image }));
      else if (!text || isBinary(text)) content.replaceChildren();
      else {
        const shown = /\bjson\b/.test(mediaType) ? tree(text) : null;
        content.replaceChildren(shown ?? element("pre", { dir: "auto", tabindex: "0" }, text));
      }
      rawBox.hidden = !text || isBinary(text);
    };
    box.end = (one) => {
      show(one.image);
      status.append(` · ${one.seconds.toFixed(2)} s · ${size(one.bytes ?? new TextEncoder().encode(text).length)}`);
      if (one.download) content.append(element("a", { class: "download", href: one.download, download: one.filename ?? "answer" }, words.download));
      (one.notes ?? []).forEach(note);
      if (!read && form.answer && one.compare) compared(form.answer.text, text, words).forEach(note);
    };
    box.fail = (reason) => {
      if (status.textContent) note(reason);
      else status.textContent = reason;
      status.dataset.ok = "false";
      if (text) show();
    };
    return box;
  };

  return { make, tree, at, differences, reader };
})();
