// Opens a page in a Chromium without a window and uses it as its reader does; for `snippetgen verify` and `run`.
// Each field gets the variable or the file that it is named after, the button is pressed, and what the page shows is
// copied: <pre> to standard output as it appears, <aside>, alerts and uncaught errors to standard error.
// Run: node browse.mjs page.html (with BROWSE_LOG=1: and print what the browser logs)
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const CDN = "https://cdn.jsdelivr.net/npm/";

const profile = mkdtempSync(join(tmpdir(), "browse-"));
const browser = spawn(
  "chromium-headless-shell",
  [
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
  // Without a locale, it finds no file whose name is beyond ASCII.
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"], env: { ...process.env, LC_ALL: "C.UTF-8" } },
);
browser.on("error", (error) => end(127, error.message));
browser.on("exit", () => end(1, "the browser ended"));

let ended = false;
let failed = false;

function end(code, message = "") {
  if (ended) return;
  ended = true;
  if (message) process.stderr.write(`${message}\n`);
  browser.kill("SIGKILL");
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // Chromium still writes there; the folder is a temporary one.
  }
  process.exit(code); // what was written to a pipe is there: https://nodejs.org/api/process.html#a-note-on-process-io
}

// The Chrome DevTools Protocol over a pipe: JSON texts, each with a NUL behind it.
const [, , , input, output] = browser.stdio;
const waiting = new Map();
const listeners = new Map();
let last = 0;
let rest = Buffer.alloc(0);

input.on("error", () => {});
output.on("data", (data) => {
  rest = Buffer.concat([rest, data]);
  for (let at; (at = rest.indexOf(0)) >= 0; rest = rest.subarray(at + 1)) {
    const message = JSON.parse(rest.subarray(0, at));
    const { id, method, params, result, error } = message;
    if (!id) listeners.get(method)?.(params);
    else if (error) waiting.get(id)[1](new Error(error.message));
    else waiting.get(id)[0](result);
  }
});

function call(method, params = {}, sessionId = undefined) {
  const id = ++last;
  input.write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  return new Promise((done, failing) => waiting.set(id, [done, failing]));
}

// What runs beside the page's own script, in a world of its own.
function watch() {
  const shown = new Map();
  const copy = () => {
    for (const element of document.querySelectorAll("pre, aside")) {
      const text = element.textContent;
      const before = shown.get(element) ?? "";
      if (text === before) continue;
      shown.set(element, text);
      const more = text.startsWith(before) ? text.slice(before.length) : text;
      report(JSON.stringify([element.localName === "pre" ? 1 : 2, more]));
    }
  };
  globalThis.finish = () => {
    copy();
    const alerts = [...document.querySelectorAll("[role=alert]")];
    report(JSON.stringify([0, alerts.map((one) => one.textContent).join("")]));
  };
  addEventListener("load", () => {
    const all = { childList: true, characterData: true, subtree: true };
    new MutationObserver(copy).observe(document.body, all);
    report(JSON.stringify([3]));
  });
}

// Fills the form and presses its button; the name of each field that is still empty.
function use(secrets) {
  for (const field of document.querySelectorAll("input[type=password]")) {
    field.value = secrets[field.id] ?? "";
  }
  const button = document.querySelector("form button");
  let pressed = false;
  const settle = () => {
    if (pressed && !button.disabled) finish();
  };
  new MutationObserver(settle).observe(button, { attributes: true });
  button.click();
  pressed = true;
  const invalid = [...document.querySelectorAll("input:invalid")];
  if (!invalid.length || button.disabled) settle();
  return invalid.map((one) => `${one.labels[0]?.textContent}: ${one.validationMessage}`);
}

try {
  const { targetId } = await call("Target.createTarget", { url: "about:blank" });
  const attached = await call("Target.attachToTarget", { targetId, flatten: true });
  const page = (method, params) => call(method, params, attached.sessionId);
  const world = "browse";
  let context = 0;

  listeners.set("Runtime.exceptionThrown", ({ exceptionDetails }) => {
    failed = true;
    process.stderr.write(`${exceptionDetails.exception?.description ?? exceptionDetails.text}\n`);
  });
  if (process.env.BROWSE_LOG) {
    listeners.set("Log.entryAdded", ({ entry }) => process.stderr.write(`${entry.text} (${entry.url})\n`));
    await page("Log.enable");
  }
  listeners.set("Runtime.executionContextCreated", ({ context: made }) => {
    if (made.name === world) context = made.id;
  });
  listeners.set("Runtime.bindingCalled", ({ payload }) => {
    const [what, text] = JSON.parse(payload);
    if (what === 1) process.stdout.write(text);
    else if (what === 2) process.stderr.write(text);
    else if (what === 0) end(text || failed ? 1 : 0, text);
    else press().catch((error) => end(1, error.message));
  });
  // What a page loads from the CDN was installed beside it.
  listeners.set("Fetch.requestPaused", ({ requestId, request }) => {
    const [, name, file] = /^((?:@[^/]+\/)?[^/@]+)(?:@[^/]*)?\/(.*)$/.exec(request.url.slice(CDN.length));
    page("Fetch.fulfillRequest", {
      requestId,
      responseCode: 200,
      responseHeaders: [
        { name: "Content-Type", value: "text/javascript; charset=utf-8" },
        { name: "Access-Control-Allow-Origin", value: "*" },
      ],
      body: readFileSync(join("node_modules", name, file)).toString("base64"),
    });
  });

  const press = async () => {
    if (failed) return end(1);
    const { root } = await page("DOM.getDocument");
    const found = await page("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "input[type=file]" });
    for (const nodeId of found.nodeIds) {
      const { object } = await page("DOM.resolveNode", { nodeId, executionContextId: context });
      const named = await page("Runtime.callFunctionOn", {
        objectId: object.objectId,
        functionDeclaration: "function () { return this.labels[0].textContent; }",
        returnByValue: true,
      });
      await page("DOM.setFileInputFiles", { nodeId, files: [resolve(named.result.value)] });
    }
    const pressed = await page("Runtime.callFunctionOn", {
      executionContextId: context,
      functionDeclaration: use.toString(),
      arguments: [{ value: process.env }],
      returnByValue: true,
    });
    if (pressed.exceptionDetails) return end(1, pressed.exceptionDetails.exception?.description);
    const empty = pressed.result.value;
    if (empty?.length) end(1, empty.join("\n"));
  };

  await Promise.all([
    page("Page.enable"),
    page("Runtime.enable"),
    page("DOM.enable"),
    page("Fetch.enable", { patterns: [{ urlPattern: `${CDN}*` }] }),
    page("Runtime.addBinding", { name: "report", executionContextName: world }),
    page("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()`, worldName: world }),
  ]);
  await page("Page.navigate", { url: pathToFileURL(process.argv[2]).href });
} catch (error) {
  end(1, error.message);
}
