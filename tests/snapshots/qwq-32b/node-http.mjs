// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const body = JSON.stringify({
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: false,
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
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = JSON.parse(await text(response));
console.log(answer.choices[0].message.content);
