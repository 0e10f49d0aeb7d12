// QwQ-32B chat completion
// Install: npm install axios
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

import axios from "axios";

if (!process.env.MKEAI_API_KEY) {
  console.error("MKEAI_API_KEY is not set.");
  process.exit(1);
}

try {
  const response = await axios({
    method: "POST",
    url: "https://api.mkeai.com/v1/chat/completions",
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    data: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: false,
    },
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(JSON.parse(response.data).choices[0].message.content);
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
