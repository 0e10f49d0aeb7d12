// QwQ-32B chat completion
// Install: npm install ofetch
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import { ofetch } from "ofetch";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const url = "https://api.mkeai.com/v1/chat/completions";
try {
  const response = await ofetch.raw(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    body: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: false,
    },
    timeout: 120000,
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  console.log(response._data.choices[0].message.content);
} catch (error) {
  console.error(error.message, error.data ?? "");
  process.exit(1);
}
