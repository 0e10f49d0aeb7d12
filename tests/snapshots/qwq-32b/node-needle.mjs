// QwQ-32B chat completion
// Install: npm install needle
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import needle from "needle";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const body = {
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: false,
};
const options = {
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  response_timeout: 120000,
  read_timeout: 120000,
};
const response = await needle(
  "post",
  "https://api.mkeai.com/v1/chat/completions",
  body,
  options,
);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? response.raw;
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
console.log(response.body.choices[0].message.content);
