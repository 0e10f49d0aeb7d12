// QwQ-32B chat completion
// Install: npm install undici
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import { request } from "undici";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const response = await request("https://api.mkeai.com/v1/chat/completions", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    model: "QwQ-32B",
    messages: [{ role: "user", content: "你好" }],
    stream: true,
  }),
  headersTimeout: 120000,
  bodyTimeout: 120000,
});
let rest = "";
let data = "";
const decoder = new TextDecoder();
for await (const bytes of response.body) {
  const chunk = decoder.decode(bytes, { stream: true });
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
  const { location } = response.headers;
  const reason = `HTTP ${response.statusCode}: ${location ?? data + rest}`;
  throw new Error("The stream ended unexpectedly. " + reason);
}
console.log();
