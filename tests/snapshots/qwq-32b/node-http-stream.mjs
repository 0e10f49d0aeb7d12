// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import { once } from "node:events";
import https from "node:https";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const body = JSON.stringify({
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: true,
});
const request = https.request("https://api.mkeai.com/v1/chat/completions", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  timeout: 120000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end(body);
const [response] = await once(request, "response");
let rest = "";
let data = "";
response.setEncoding("utf8");
for await (const chunk of response) {
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
