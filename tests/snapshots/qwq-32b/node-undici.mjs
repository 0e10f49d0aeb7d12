// QwQ-32B chat completion
// Install: npm install undici
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

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
    stream: false,
  }),
  signal: AbortSignal.timeout(120000),
});
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await response.body.text());
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = await response.body.json();
console.log(answer.choices[0].message.content);
