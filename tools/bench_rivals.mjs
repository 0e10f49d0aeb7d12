// How many snippets per second the rivals make of the chat request, in six targets, in this process.
// Usage: node bench_rivals.mjs SECONDS < har.json   (run in a folder whose node_modules holds the rivals)
import { convert, har, require, snippetz } from "./rivals.mjs";

const seconds = Number(process.argv[2]);

const { HTTPSnippet } = require("httpsnippet");
const { HTTPSnippet: ReadmeSnippet } = require("@readme/httpsnippet");

const six = [["python", "requests"], ["java", "okhttp"], ["php", "curl"], ["node", "fetch"], ["c", "libcurl"], ["shell", "curl"]];
const scalar = [["python", "requests"], ["java", "okhttp"], ["php", "curl"], ["node", "fetch"], ["c", "libcurl"], ["shell", "curl"]];
const postman = [["Python", "Requests"], ["Java", "OkHttp"], ["PHP", "cURL"], ["NodeJs", "Axios"], ["C", "libcurl"], ["cURL", "cURL"]];

const makers = {
  httpsnippet: () => six.map(([target, client]) => new HTTPSnippet(har).convert(target, client)),
  "@readme/httpsnippet": () => six.map(([target, client]) => new ReadmeSnippet(har).convert(target, client)),
  "@scalar/snippetz": () => scalar.map(([target, client]) => snippetz().print(target, client, har)),
  "postman-code-generators": () => postman.map(([language, variant]) => convert(language, variant)),
};

const rates = {};
for (const [name, make] of Object.entries(makers)) {
  const texts = make();
  if (texts.some((text) => !String(text).includes("api.mkeai.com"))) throw new Error(`${name} made no snippet`);
  for (let i = 0; i < 200; i += 1) make();
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    make();
    count += 6;
  }
  rates[name] = count / ((performance.now() - start) / 1000);
}
console.log(JSON.stringify(rates));
