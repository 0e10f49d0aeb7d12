// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

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
const { "content-type": type, location } = response.headers;
if (response.statusCode >= 300 || type?.includes("json")) {
  const reason = location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}

let rest = "";
let data = "";
response.setEncoding("utf8");
for await (const chunk of response) {
  const lines = (rest + chunk).split(/\r?\n/);
  rest = lines.pop();
  for (const line of lines) {
    if (!line.startsWith("data:")) continue;
    data = line.replace(/^data: ?/, "");
    if (data === "[DONE]") break;
    const event = JSON.parse(data);
    process.stderr.write(event.choices?.[0]?.delta?.reasoning_content ?? "");
    process.stdout.write(event.choices?.[0]?.delta?.content ?? "");
  }
}
console.log();
if (data !== "[DONE]") {
  throw new Error("The stream ended unexpectedly. " + (rest || data));
}
