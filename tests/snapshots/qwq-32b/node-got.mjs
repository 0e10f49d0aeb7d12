// QwQ-32B chat completion
// Install: npm install got
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import got from "got";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

try {
  const response = await got.post("https://api.mkeai.com/v1/chat/completions", {
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    json: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: false,
    },
    responseType: "json",
    timeout: { request: 120000 },
  });
  console.log(response.body.choices[0].message.content);
} catch (error) {
  console.error(error.message, error.response?.body ?? "");
  process.exit(1);
}
