// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.MKEAI_API_KEY) {
  console.error("MKEAI_API_KEY is not set.");
  process.exit(1);
}

const body = JSON.stringify({
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: false,
});
const url = "https://api.mkeai.com/v1/chat/completions";
const request = https.request(url, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end(body);
const [response] = await once(request, "response");
const answer = await text(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? answer;
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
console.log(JSON.parse(answer).choices[0].message.content);
