"use strict";

// The console of an endpoint's page: its form, the example's answer, and where a server is behind the page, programs
// that follow every edit and requests that are sent.
(() => {
  const place = document.getElementById("console-form");
  if (!place) return;
  const { element, labelled, select } = snippetgenForm;
  const form = JSON.parse(document.getElementById("console-data").textContent);
  const words = JSON.parse(document.getElementById("console-words").textContent);
  const live = form.live;
  const locale = document.documentElement.lang;

  const button = (text, onclick, attributes = {}) => element("button", { type: "button", onclick, ...attributes }, text);

  // -- secrets: in this page alone, and in the tab's own storage only if that is asked for --------------------------

  const kept = `snippetgen-secrets-${form.name}`;
  const stored = (() => {
    try {
      return JSON.parse(sessionStorage.getItem(kept) ?? "{}") ?? {};
    } catch {
      return {};
    }
  })();
  const secrets = new Map();
  const values = () => Object.fromEntries([...secrets].map(([name, field]) => [name, field.value]).filter(([, value]) => value));
  const keep = element("input", { type: "checkbox" });
  keep.checked = Object.keys(stored).length > 0;
  const store = () => {
    try {
      if (keep.checked) sessionStorage.setItem(kept, JSON.stringify(values()));
      else sessionStorage.removeItem(kept);
    } catch {
      // Then they are for this page.
    }
  };
  const fields = element("div", { class: "line" });
  const authBox = element("fieldset", { onchange: store, hidden: true }, element("legend", {}, words.auth), fields,
    element("label", { class: "check" }, keep, words.keep),
    ...form.auth.filter((one) => /^https?:/i.test(one.url)).map((one) => element("p", {}, element("a", { href: one.url, rel: "noreferrer" }, words.get_key))));
  const needed = (names) => {
    for (const name of names) {
      if (!name || secrets.has(name)) continue;
      const field = element("input", { type: "password", autocomplete: "off", spellcheck: "false", value: stored[name] ?? "" });
      secrets.set(name, field);
      fields.append(labelled(name, field));
      authBox.hidden = false;
    }
  };
  needed([...form.auth.flatMap((one) => one.env), ...form.params.map((one) => one.env)]);
  const base64Of = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  // A text with the names of variables in place of their values.
  const masked = (text) => {
    const pairs = Object.entries(values());
    const accounts = pairs.flatMap(([user, name]) => pairs.map(([word, value]) => [`$${user}:$${word}`, base64Of(`${name}:${value}`)]));
    const all = [...accounts, ...pairs.flatMap(([name, value]) => [[`$${name}`, value], [`$${name}`, encodeURIComponent(value)]])];
    return all.reduce((made, [name, value]) => made.replaceAll(value, () => name), text);
  };

  // -- a link to a filled request, without what looks like a secret ---------------------------------------------------

  const SECRET = /authorization|tokens?$|token[^s]|api.?key|secret|passw|cookie|signature|credential/i;
  const MEMBER = /("(?:[^"\\]|\\.)*"\s*:\s*)"(?:[^"\\]|\\.)*"/g;
  const isSecret = (name, type = "string") => SECRET.test(name) && !["integer", "number", "boolean"].includes(type);
  const blank = (one) => (isSecret(one.name, one.type) && "value" in one ? { ...one, value: "" } : one);
  const withoutQuery = (text) => text.replace(/([?&])([^=&#]*)=[^&#]*/g, (all, mark, name) => (isSecret(name) ? `${mark}${name}=` : all));
  const harmless = (state) => ({
    ...state,
    base: withoutQuery(state.base.replace(/^([a-z]+:\/\/)[^/?#]*@/i, "$1")),
    path: withoutQuery(state.path),
    params: state.params.map((one) => (one.in === "cookie" && "value" in one ? { ...one, value: "" } : blank(one))),
    body: {
      ...state.body,
      text: state.body.text.replace(MEMBER, (all, name) => (isSecret(name.slice(1, name.lastIndexOf('"'))) && !/:\s*"\$\w+"$/.test(all) ? `${name}""` : all)),
      pairs: state.body.pairs.map(([name, value]) => [name, isSecret(name) ? "" : value]),
      params: state.body.params.map(blank),
    },
  });
  const packed = (state) => base64Of(JSON.stringify(harmless(state))).replace(/[+]/g, "-").replace(/[/]/g, "_").replace(/=+$/, "");
  const unpacked = (text) => JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0))));
  const linked = () => {
    const found = /^#request=([\w-]+)$/.exec(location.hash);
    if (!found) return;
    try {
      const state = unpacked(found[1]);
      if (!Array.isArray(state.params)) throw new TypeError("no state");
      write(state);
      place.scrollIntoView();
    } catch {
      build(); // a link that was cut off is no request
    }
  };

  // -- the answer of the example, as the mock of the spec would give it ------------------------------------------------

  // What a state sends at a path of the spec, as text; in a body that is shown as a whole, or by the name of a field.
  const sentAt = (state, path) => {
    const name = path.replace(/^(body|query|header|cookie)\./, "");
    const rows = [...state.params, ...(state.body.kind === "fields" ? state.body.params : [])];
    const row = rows.find((one) => one.name === path || one.name === name);
    if (row) return row.on ? row.value : undefined;
    if (state.body.kind !== "json") return state.body.pairs.find(([one]) => one === name)?.[1];
    const found = snippetgenAnswer.at(JSON.parse(state.body.text), name);
    return typeof found === "string" ? found : JSON.stringify(found);
  };
  const isAsked = (state) => {
    if (!form.stream) return false;
    if (state.stream || !Object.keys(form.stream.set).length) return true;
    try {
      return Object.entries(form.stream.set).every(([path, value]) => sentAt(state, path) === (typeof value === "string" ? value : JSON.stringify(value)));
    } catch {
      return false;
    }
  };
  const refusal = (state) => {
    if (state.path !== form.path) return [404, "Not Found", `${words.example_path} ${form.path}`];
    if (state.method !== form.method) return [405, "Method Not Allowed", `${words.example_method} ${form.method}`];
    return null;
  };
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const runExample = async (answer, state, signal) => {
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    const wrong = refusal(state);
    if (wrong) {
      answer.head({ status: wrong[0], reason: wrong[1], headers: [["Content-Type", "text/plain"]] });
      answer.piece(wrong[2]);
    } else if (isAsked(state)) {
      answer.head({ status: 200, reason: "OK", headers: [["Content-Type", form.stream.media_type]] });
      for (const event of form.stream.events) {
        if (signal.aborted) break;
        answer.piece(event);
        await pause(120);
      }
    } else {
      const one = form.answer;
      answer.head({ ...one, headers: [["Content-Type", one.media_type], ...Object.entries(one.headers)] });
      answer.piece(one.text);
    }
    answer.end({ seconds: seconds(), notes: signal.aborted ? [words.cancelled] : [] });
  };

  // -- the server behind the page, if there is one ----------------------------------------------------------------------

  const ask = (what, data, signal) =>
    fetch(`${live.api}${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Snippetgen-Token": live.token },
      body: JSON.stringify({ endpoint: live.endpoint, locale, ...data }),
      signal,
    });

  const typeOf = (head) => head?.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const decoderOf = (type) => {
    try {
      return new TextDecoder(/charset="?([\w.:-]+)/i.exec(type)?.[1] ?? "utf-8");
    } catch {
      return new TextDecoder();
    }
  };
  const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const send = async (answer, state, signal) => {
    const response = await ask("send", { state, secrets: values(), files: await request.files() }, signal);
    if (!response.ok || !response.body) {
      answer.fail(explained((await response.json().catch(() => ({}))).error ?? `${response.status}`));
      return;
    }
    let decoder = new TextDecoder();
    const chunks = [];
    let rest = "";
    let head = null;
    const handle = (one) => {
      if (one.sent) answer.sent(one.sent);
      else if (one.redirected) {
        chunks.length = 0;
        answer.redirected(one.redirected);
      } else if (one.head) {
        head = one.head;
        decoder = decoderOf(typeOf(head));
        answer.head(head);
      }
      else if (one.piece !== undefined) {
        chunks.push(bytes(one.piece));
        answer.piece(decoder.decode(chunks.at(-1), { stream: true }));
      } else if (one.fail) answer.fail(one.fail);
      else if (one.end) {
        answer.piece(decoder.decode());
        const type = typeOf(head);
        const blob = new Blob(chunks, { type: "application/octet-stream" });
        const image = /^image\/(png|jpeg|gif|webp)\b/i.test(type) ? URL.createObjectURL(new Blob(chunks, { type: type.split(";")[0] })) : null;
        answer.end({ ...one.end, image, download: URL.createObjectURL(blob), compare: head?.status < 300 });
      }
    };
    for (const stream = response.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
      const { done, value } = await stream.read();
      const lines = (rest + (value ?? "")).split("\n");
      rest = lines.pop();
      lines.filter(Boolean).forEach((line) => handle(JSON.parse(line)));
      if (done) break;
    }
  };

  // -- programs that follow the form -------------------------------------------------------------------------------------

  const said = document.getElementById("said");
  const say = (text) => { said.textContent = text; };
  const copy = async (text, done, failed) => {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      say(failed);
    }
  };
  const code = element("code", {});
  const codeBox = element("div", { class: "code" }, element("pre", { tabindex: "0", role: "region", "aria-label": words.program }, code));
  const told = element("p", { class: "fault", role: "status", dir: "auto" });
  const how = element("pre", { class: "how", tabindex: "0" });
  const TARGET = "snippetgen-target";
  const remembered = () => {
    try {
      return localStorage.getItem(TARGET);
    } catch {
      return null;
    }
  };
  const chosen = () => {
    try {
      localStorage.setItem(TARGET, target.value);
    } catch {
      // Then the choice is for this page.
    }
    render();
  };
  const target = live ? select(live.targets, undefined, { onchange: chosen }) : null;
  if (target) target.value = [remembered(), "python/requests"].find((one) => live.targets.some(([id]) => id === one)) ?? live.targets[0][0];
  // A message counts the parameters that are sent; their user knows their names.
  const explained = (text) => {
    const { params, body } = request.read();
    const all = [...params, ...(body.kind === "fields" ? body.params : [])].filter((one) => one.on);
    return text.replace(/\bparams\[(\d+)\](?:\.example)?/g, (found, index) => all[index]?.name ?? found);
  };
  let rendering = null;
  let program = null;
  const render = async () => {
    rendering?.abort();
    rendering = new AbortController();
    const { signal } = rendering;
    try {
      const response = await ask("render", { state: request.read(), target: target.value }, signal);
      const found = await response.json();
      if (signal.aborted) return;
      told.textContent = explained(found.error ?? found.refused ?? "");
      codeBox.dataset.old = String(found.html === undefined);
      if (found.html === undefined) return;
      program = found;
      code.innerHTML = program.html; // colours of our own server's Pygments, which escapes
      how.textContent = [...program.install, ...program.run].join("\n");
    } catch (error) {
      if (error.name !== "AbortError") told.textContent = words.no_server;
    }
  };
  const download = () => {
    if (!program) return;
    const link = element("a", { href: URL.createObjectURL(new Blob([program.text])), download: program.filename });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const programBox = live
    ? element("div", { class: "live" },
        element("div", { class: "line" }, labelled(words.language, target), button(words.copy, () => program && copy(program.text, words.copied, words.not_copied)), button(words.download_program, download)),
        told, codeBox, element("details", {}, element("summary", {}, words.how), how))
    : null;

  // -- history of this page, and the buttons ------------------------------------------------------------------------------

  const history = element("ol", { class: "history" });
  const results = element("div", { class: "results" });
  let running = null;
  const show = (answer) => {
    for (const one of results.children) one.mask(masked);
    results.replaceChildren(answer);
  };
  const run = async (how_to) => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const state = request.read();
    const answer = snippetgenAnswer.make(form, words);
    show(answer);
    cancel.disabled = false;
    try {
      await how_to(answer, state, mine.signal);
    } catch (error) {
      answer.fail(error.name === "AbortError" ? words.cancelled : words.no_server);
    }
    if (running === mine) cancel.disabled = true;
    const line = masked(`${state.method} ${withoutQuery(state.path)} · ${answer.querySelector(".status").textContent}`);
    history.prepend(element("li", {}, button(line, () => { write(state); edited(); show(answer); }, { dir: "auto" })));
    historyBox.hidden = false;
  };
  const cancel = button(words.cancel, () => running?.abort(), { disabled: true });
  const example = form.answer ? button(words.run_example, () => run(runExample)) : null;
  const sender = live ? button(words.send, () => run(send), { class: "main" }) : null;
  const cannot = live ? null : element("p", { class: "note" }, words.cannot_send);
  const link = button(words.link, () => {
    globalThis.history.replaceState(null, "", `#request=${packed(request.read())}`);
    copy(location.href, words.link_copied, words.link_made);
  });
  const reset = button(words.reset, () => { globalThis.history.replaceState(null, "", location.pathname + location.search); build(); });
  const pasted = element("textarea", { rows: "3", spellcheck: "false" });
  const imported = element("ul", { class: "notes", role: "status" });
  const importIt = async () => {
    try {
      const found = await (await ask("import", { text: pasted.value })).json();
      const notes = found.error ? [found.error] : found.notes ?? [];
      imported.replaceChildren(...notes.map((one) => element("li", { dir: "auto" }, one)));
      if (found.state) { write(found.state); edited(); }
    } catch {
      imported.replaceChildren(element("li", {}, words.no_server));
    }
  };
  const importBox = live
    ? element("details", {}, element("summary", {}, words.import), labelled(words.curl, pasted), button(words.import_it, importIt), imported)
    : null;
  const historyBox = element("details", { hidden: true }, element("summary", {}, words.history), history);
  const buttons = element("div", { class: "line buttons" }, ...[sender, example, cancel, link, reset].filter(Boolean));

  let request = null;
  const edited = () => { if (live && request) render(); };
  const write = (state) => {
    request.write(state);
    needed([...state.params ?? [], ...state.body?.params ?? []].map((one) => one.env));
  };
  const build = () => {
    request = snippetgenForm.make(form, words, edited);
    place.replaceChildren(...[request, authBox, importBox, cannot, buttons, results, programBox, historyBox].filter(Boolean));
    edited();
  };
  place.addEventListener("submit", (event) => event.preventDefault());
  place.hidden = false;
  document.querySelector(".without-script")?.remove();
  build();
  linked();
  edited();
  addEventListener("hashchange", () => { linked(); edited(); });
})();
