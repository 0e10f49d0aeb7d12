"use strict";

// The form of the console: fields for what a request has, and the state that they are in. A state is plain data, as
// snippetgen/console/state.py takes it: method, base, path, params, body, stream; never a secret.
const snippetgenForm = (() => {
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (key in made && typeof value !== "string") made[key] = value;
      else if (value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  };

  const METHODS = ["GET", "POST", "PUT", "PATCH", "HEAD", "TRACE", "DELETE", "CONNECT", "OPTIONS"];
  const PLACES = ["path", "query", "header", "cookie"];
  const KINDS = ["none", "fields", "json", "form", "multipart", "text", "file"];

  let number = 0;
  const labelled = (text, field, more) => {
    number += 1;
    field.id ||= `console-${number}`;
    return element("div", { class: "field" }, element("label", { for: field.id }, text), field, more);
  };

  const select = (options, value, attributes) => {
    const made = element("select", attributes);
    for (const [one, text] of options) made.append(element("option", { value: one }, text ?? one));
    if (value !== undefined) made.value = value;
    return made;
  };

  const written = (value) => (typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value));

  // A field for a value of a parameter, by its type; its `value` is text, as a user would type it.
  const fieldFor = (param, label) => {
    const attributes = { "aria-label": label, dir: "auto" };
    if (param.enum) return select(param.enum.map((one) => [written(one)]), written(param.value ?? param.enum[0]), attributes);
    if (param.type === "boolean") return select([["true"], ["false"]], written(param.value ?? false), attributes);
    const made = element(param.type === "object" || param.type === "array" ? "textarea" : "input", attributes);
    if (made.localName === "textarea") made.rows = 2;
    if (["integer", "number"].includes(param.type)) made.inputMode = "decimal"; // type=number would swallow what is none
    made.value = written(param.value);
    made.spellcheck = false;
    return made;
  };

  // What is wrong with a text as a value of a type; the server behind a live page says the rest.
  const NUMBER = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i };
  const problemOf = (type, text, words) => {
    if (NUMBER[type] && text !== "null" && !NUMBER[type].test(text.trim())) return words.no_number;
    return type === "object" || type === "array" ? jsonError(text) : "";
  };

  const jsonError = (text) => {
    try {
      JSON.parse(text);
      return "";
    } catch (error) {
      return error.message;
    }
  };

  // A field shows its fault beneath it, and is tied to it for screen readers.
  const judged = (field, fault, problem) => {
    number += 1;
    fault.id ||= `console-fault-${number}`;
    if (fault.textContent !== problem) fault.textContent = problem;
    fault.hidden = !problem;
    if (problem) {
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", fault.id);
    } else {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
  };

  // A file of the user's, which only a live page can send; its name becomes the path of the program.
  const chooser = (label, changed, named) => {
    const made = element("input", { type: "file", class: "chooser", "aria-label": label, onchange: () => { named?.(made.files[0]?.name ?? ""); changed(); } });
    return made;
  };
  const base64 = (file) =>
    new Promise((done, failed) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
      reader.onerror = () => failed(reader.error);
      reader.readAsDataURL(file);
    });

  // One parameter: whether it is sent, its name, its value, and a button that removes it.
  const row = (param, { words, changed, live }, removable) => {
    const on = element("input", { type: "checkbox", "aria-label": `${words.send_it}: ${param.name}`, onchange: changed });
    on.checked = param.on ?? (param.value !== undefined || param.required === true || Boolean(param.env));
    const name = removable
      ? element("input", { value: param.name, "aria-label": words.name, spellcheck: "false", oninput: () => { label(); changed(); } })
      : element("code", {}, param.name);
    const field = param.env
      ? element("span", { class: "note" }, words.from_auth.replace("{env}", () => param.env))
      : fieldFor(param, param.name || words.value);
    const fault = element("p", { class: "fault", role: "alert", hidden: true });
    const check = () => {
      if (!param.env) judged(field, fault, on.checked ? problemOf(param.type, field.value, words) : "");
      return fault.hidden;
    };
    on.addEventListener("change", check);
    if (!param.env) field.addEventListener("input", () => { on.checked = true; check(); changed(); });
    const remove = removable
      ? element("button", { type: "button", class: "remove", onclick: () => { const box = made.parentElement; made.remove(); box?.dispatchEvent(new Event("removed")); changed(); } }, "×")
      : null;
    const file = param.type === "file" && live ? chooser(`${words.choose}: ${param.name}`, changed, (path) => { if (path) { field.value = path; on.checked = true; } }) : null;
    const about = param.description ? element("p", { class: "note" }, param.description) : null;
    const made = element("div", { class: "param", "data-in": param.in }, on, name, field, remove, file, fault, about);
    const label = () => {
      const text = removable ? name.value : param.name;
      on.setAttribute("aria-label", `${words.send_it}: ${text}`);
      remove?.setAttribute("aria-label", `${words.remove}: ${text}`);
      if (!param.env) field.setAttribute("aria-label", text || words.value);
    };
    label();
    made.read = () => ({
      name: removable ? name.value : param.name,
      in: param.in,
      on: on.checked,
      ...(param.env ? { env: param.env } : { value: field.value, type: param.type ?? "string" }),
    });
    made.write = (value, isOn) => {
      if (!param.env && value !== undefined) {
        if (field.localName === "select" && ![...field.options].some((one) => one.value === value)) field.append(element("option", { value }, value));
        field.value = value;
      }
      on.checked = isOn;
      check();
    };
    made.chosen = () => (file?.files[0] && on.checked ? [[field.value, file.files[0]]] : []);
    made.removable = removable;
    made.isRight = check;
    return made;
  };

  // The parameters of one place. An empty one is hidden: then a button of its own, beside those of others, begins it.
  const group = (title, params, about, place) => {
    const { words, changed } = about;
    const rows = element("div", { class: "rows" }, ...params.map((one) => row(one, about, one.added)));
    const begin = () => {
      const made = row({ name: "", in: place, value: "", on: true, added: true }, about, true);
      rows.append(made);
      sync();
      made.querySelector("input:not([type=checkbox])").focus();
    };
    const add = place === "path" ? null : element("button", { type: "button", class: "add", "aria-label": `${words.add}: ${title}`, onclick: begin }, words.add);
    const box = element("fieldset", {}, element("legend", {}, title), rows, add);
    box.starter = place === "path" || place === "body" ? null : element("button", { type: "button", class: "add", "aria-label": `${words.add}: ${title}`, onclick: begin }, `+ ${title}`);
    const sync = () => {
      box.hidden = place !== "body" && !rows.children.length;
      if (box.starter) box.starter.hidden = !box.hidden;
    };
    rows.addEventListener("removed", () => { sync(); (box.hidden ? box.starter : add)?.focus(); });
    sync();
    box.rows = () => [...rows.children];
    box.add = (param) => { rows.append(row({ ...param, added: true }, about, true)); sync(); };
    // Of several with one name, each is that of the form in the same order; what a state has not is not sent.
    box.write = (params) => {
      const left = box.rows();
      for (const param of params) {
        const at = left.findIndex((one) => one.read().name === param.name && Boolean(one.read().env) === Boolean(param.env));
        if (at < 0) box.add(param);
        else left.splice(at, 1)[0].write(param.value, param.on);
      }
      for (const one of left) if (one.removable) one.remove(); else one.write(undefined, false);
      sync();
    };
    // A path has the parameters that are named in it: {name}.
    box.follow = (names) => {
      for (const one of box.rows()) {
        const { name } = one.read();
        if (one.removable && !names.includes(name)) one.remove();
        else one.write(undefined, names.includes(name));
      }
      const known = box.rows().map((one) => one.read().name);
      for (const name of names) if (!known.includes(name)) box.add({ name, in: place, value: "", on: true });
      sync();
    };
    box.isRight = () => box.rows().filter((one) => !one.isRight()).length === 0;
    return box;
  };

  // The body: fields, or a text, or pairs, or the name of a file.
  const body = (form, about) => {
    const { words, changed, live } = about;
    const params = form.params.filter((one) => one.in === "body");
    const isFields = params.length && ["json", "form", "multipart"].includes(form.body.kind);
    const start = isFields ? "fields" : form.body.kind;
    const kinds = KINDS.filter((one) => one !== "fields" || isFields);
    const kind = select(kinds.map((one) => [one, words[`body_${one}`]]), start, { onchange: () => { refresh(); changed(); } });
    const type = element("input", { value: form.body.media_type ?? "", oninput: changed, spellcheck: "false" });
    const typeField = labelled(words.media_type, type);
    const fields = group(words.body_fields, params, about, "body");
    const text = element("textarea", { rows: "10", spellcheck: "false", dir: "auto", oninput: () => { check(); changed(); } });
    text.value = form.body.text ?? "";
    const fault = element("p", { class: "fault", role: "alert", hidden: true });
    const given = form.body.pairs ?? (form.body.parts ?? []).filter((one) => !one.path).map((one) => [one.name, one.value]);
    const pairs = group(words.pairs, given.map(([name, value]) => ({ name, value, in: "body", on: true, added: true })), about, "body");
    const parts = (form.body.parts ?? []).filter((one) => one.path).map((one) => {
      const file = live ? chooser(`${words.choose}: ${one.name}`, changed) : null;
      const made = element("div", { class: "part" }, element("code", {}, one.name), " ", element("span", { class: "note", dir: "auto" }, one.path), file);
      made.chosen = () => (file?.files[0] ? [[one.path, file.files[0]]] : []);
      return made;
    });
    const path = element("input", { value: form.body.path ?? parts[0]?.path ?? "", oninput: changed, spellcheck: "false" });
    const file = live ? chooser(words.choose, changed, (name) => { if (name) path.value = name; }) : null;
    const textField = labelled(words.text, text);
    const shown = {
      fields: [fields],
      json: [textField, fault],
      form: [pairs],
      multipart: [pairs, ...parts],
      text: [textField],
      file: [labelled(words.file, path, file)],
    };
    const place = element("div", {});
    const check = () => {
      judged(text, fault, kind.value === "json" ? jsonError(text.value) : "");
      return kind.value === "fields" ? fields.isRight() : fault.hidden;
    };
    const refresh = () => {
      place.replaceChildren(...(shown[kind.value] ?? []));
      typeField.hidden = ["none", "fields", "multipart"].includes(kind.value);
      check();
    };
    const box = element("fieldset", {}, element("legend", {}, words.body), element("div", { class: "line" }, labelled(words.kind, kind), typeField), place);
    refresh();
    box.read = () => ({
      kind: kind.value,
      media_type: type.value,
      text: text.value,
      pairs: pairs.rows().map((one) => one.read()).filter((one) => one.on && one.name).map((one) => [one.name, one.value]),
      path: path.value,
      params: fields.rows().map((one) => one.read()).filter((one) => one.name),
    });
    box.write = (state) => {
      kind.value = kinds.includes(state.kind) ? state.kind : start;
      type.value = state.media_type ?? "";
      text.value = state.text ?? "";
      path.value = state.path ?? "";
      pairs.write([]);
      for (const [name, value] of state.pairs ?? []) pairs.add({ name, value, in: "body", on: true });
      if (kind.value === "fields") fields.write(state.params ?? []);
      refresh();
    };
    box.chosen = () => {
      if (kind.value === "file") return file?.files[0] ? [[path.value, file.files[0]]] : [];
      return { fields: fields.rows(), multipart: parts }[kind.value]?.flatMap((one) => one.chosen()) ?? [];
    };
    box.isRight = check;
    return box;
  };

  // The whole form of an endpoint; `changed` is called after every edit.
  const make = (form, words, changed) => {
    const about = { words, changed, live: Boolean(form.live) };
    const known = METHODS.includes(form.method) ? METHODS : [form.method, ...METHODS];
    const methods = element("datalist", { id: "console-methods" }, ...known.map((one) => element("option", { value: one })));
    const method = element("input", { value: form.method, list: methods.id, size: "9", spellcheck: "false", oninput: changed });
    const bases = element("datalist", { id: "console-bases" }, ...form.servers.map((one) => element("option", { value: one.url }, one.title)));
    const base = element("input", { value: form.servers[0].url, list: bases.id, spellcheck: "false", oninput: changed });
    const path = element("input", { value: form.path, spellcheck: "false", oninput: () => { places.path.follow(named()); changed(); } });
    const named = () => [...new Set([...path.value.matchAll(/\{([^{}/?]+)\}/g)].map(([, name]) => name))];
    const stream = element("input", { type: "checkbox", onchange: changed });
    const places = Object.fromEntries(
      PLACES.map((place) => [place, group(words[`in_${place}`], form.params.filter((one) => one.in === place), about, place)]),
    );
    const starters = element("div", { class: "line starters" }, ...Object.values(places).map((one) => one.starter));
    const content = body(form, about);
    const line = element("div", { class: "line where" }, methods, bases, labelled(words.method, method), labelled(words.base, base), labelled(words.path, path));
    const streamed = form.stream ? element("label", { class: "check" }, stream, words.stream) : null;
    const box = element("div", { class: "request" }, line, ...Object.values(places), starters, content, streamed);
    box.read = () => ({
      method: method.value.trim(),
      base: base.value.trim(),
      path: path.value,
      params: PLACES.flatMap((place) => places[place].rows().map((one) => one.read())).filter((one) => one.name),
      body: content.read(),
      stream: stream.checked,
    });
    box.write = (state) => {
      method.value = state.method ?? form.method;
      base.value = state.base ?? form.servers[0].url;
      path.value = state.path ?? form.path;
      stream.checked = Boolean(state.stream);
      for (const place of PLACES) places[place].write((state.params ?? []).filter((one) => one.in === place));
      content.write(state.body ?? {});
    };
    // The files that were chosen: path -> content in base64.
    box.files = async () => Object.fromEntries(await Promise.all(content.chosen().map(async ([name, file]) => [name, await base64(file)])));
    box.isRight = () => content.isRight() && PLACES.every((place) => places[place].isRight());
    return box;
  };

  return { element, labelled, select, make };
})();
