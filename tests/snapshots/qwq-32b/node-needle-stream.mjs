// QwQ-32B chat completion
// Install: npm install needle
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import needle from "needle";
import { once } from "node:events";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const body = {
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: true,
};
const options = {
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  parse: false,
  decode: false,
  response_timeout: 120000,
};
const stream = needle.post(
  "https://api.mkeai.com/v1/chat/completions",
  body,
  options,
);
stream.on("err", (error) => stream.destroy(error));
stream.on("response", (response) => {
  response.setTimeout(120000, () => response.destroy(new Error("timed out")));
});
const [status, headers] = await once(stream, "header");
let rest = "";
let data = "";
stream.setEncoding("utf8");
for await (const chunk of stream) {
  rest += chunk;
  for (const [line, value] of rest.matchAll(/^\s*data: ?(.*?)\r?\n/gms)) {
    rest = rest.replace(line, "");
    data = value;
    if (data === "[DONE]") break;
    const event = JSON.parse(data);
    process.stderr.write(event.choices?.[0]?.delta?.reasoning_content ?? "");
    process.stdout.write(event.choices?.[0]?.delta?.content ?? "");
  }
}
if (data !== "[DONE]") {
  const reason = `HTTP ${status}: ${headers.location ?? data + rest}`;
  throw new Error("The stream ended unexpectedly. " + reason);
}
console.log();
