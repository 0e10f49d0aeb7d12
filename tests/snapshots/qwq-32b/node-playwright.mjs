// QwQ-32B chat completion
// Install: npm install playwright
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import { request } from "playwright";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const url = "https://api.mkeai.com/v1/chat/completions";
const context = await request.newContext();
try {
  const response = await context.post(url, {
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    data: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: false,
    },
    timeout: 120000,
  });
  if (!response.ok()) {
    throw new Error(`HTTP ${response.status()}: ${await response.text()}`);
  }
  const answer = await response.json();
  console.log(answer.choices[0].message.content);
} catch (error) {
  console.error(error.message.split("\nCall log:")[0]);
  process.exit(1);
}
