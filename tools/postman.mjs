// Records what newman, Postman's own runner, puts on the wire for the collections in tests/postman:
//
//     npm install --no-save newman@6 && node tools/postman.mjs
//
// It writes tests/postman/wire.json, with which tests/test_import_postman_wire.py compares our imports. Nothing leaves the
// machine: every request goes to a proxy on the loopback interface, which answers it. The values of dynamic variables
// are ours, so that the record is the same each time.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const newman = createRequire(join(process.cwd(), "x.js"))("newman");
const root = resolve(import.meta.dirname, "..");
const folder = join(root, "tests", "postman");

// what Postman adds to every request
const added = { "user-agent": /^PostmanRuntime/, accept: /^\*\/\*$/, "cache-control": /./, "postman-token": /./, host: /./, "accept-encoding": /^gzip, deflate, br$/, connection: /./, "content-length": /./, "proxy-connection": /./ };

let received = [];
const server = createServer((request, response) => {
  const pieces = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    const raw = request.rawHeaders, headers = [];
    for (let i = 0; i < raw.length; i += 2) {
      if (!added[raw[i].toLowerCase()]?.test(raw[i + 1])) headers.push([raw[i], raw[i + 1]]);
    }
    received.push({ method: request.method, url: request.url, headers, body: Buffer.concat(pieces).toString() });
    response.end("{}");
  });
});
server.on("clientError", (error, socket) => {
  received.push({ rejected: error.rawPacket?.toString().split("\r\n")[0] ?? error.message });
  socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
process.env.HTTP_PROXY = `http://127.0.0.1:${server.address().port}`;

const dynamic = readFileSync(join(root, "snippetgen", "importers", "postman", "dynamic.py"), "utf8").matchAll(/^ {4}("\$\w+"): (".*"),$/gm);
const globals = { values: [...dynamic].map(([, key, value]) => ({ key: JSON.parse(key), value: JSON.parse(value) })) };

const wire = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "wire.json").sort()) {
  wire[file] = [];
  await new Promise((done) => {
    newman.run({ collection: JSON.parse(readFileSync(join(folder, file))), globals, workingDir: folder, timeoutRequest: 5000 }, done)
      .on("beforeItem", () => { received = []; })
      .on("item", (error, { item }) => {
        const [sent] = received;
        if (sent?.body) sent.body = sent.body.replaceAll(/-{26}\d+/g, "BOUNDARY");
        for (const header of sent?.headers ?? []) header[1] = header[1].replace(/-{26}\d+/, "BOUNDARY");
        wire[file].push({ name: item.name, ...(sent ?? { refused: true }) });
      });
  });
}
server.close();
const rows = Object.entries(wire).map(([file, sent]) => `${JSON.stringify(file)}: [\n${sent.map((one) => JSON.stringify(one)).join(",\n")}\n]`);
writeFileSync(join(folder, "wire.json"), `{\n${rows.join(",\n")}\n}\n`);
