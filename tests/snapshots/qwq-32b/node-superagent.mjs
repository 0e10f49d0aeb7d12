// QwQ-32B chat completion
// Install: npm install superagent
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import superagent from "superagent";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

try {
  const response = await superagent
    .post("https://api.mkeai.com/v1/chat/completions")
    .auth(process.env.MKEAI_API_KEY, { type: "bearer" })
    .timeout(120000)
    .send({
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: false,
    });
  console.log(response.body.choices[0].message.content);
} catch (error) {
  const { statusCode = "", text = "" } = error.response ?? {};
  console.error(error.message, statusCode, text);
  process.exit(1);
}
