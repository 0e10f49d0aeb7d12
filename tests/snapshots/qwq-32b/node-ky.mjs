// QwQ-32B chat completion
// Install: npm install ky
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import ky from "ky";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

try {
  const response = await ky.post("https://api.mkeai.com/v1/chat/completions", {
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    json: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: false,
    },
    timeout: 120000,
    throwHttpErrors: false,
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  }
  const answer = await response.json();
  console.log(answer.choices[0].message.content);
} catch (error) {
  console.error(error.message, error.cause?.message ?? "");
  process.exit(1);
}
