// QwQ-32B chat completion
// Install: npm install axios
// Run: MKEAI_API_KEY=... npx tsx qwq-32b.mts

import axios, { type AxiosError } from "axios";

interface Answer {
  choices: { message: { content: string } }[];
}

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

try {
  const response = await axios.post<Answer>(
    "https://api.mkeai.com/v1/chat/completions",
    {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: false,
    },
    {
      headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
      timeout: 120000,
    },
  );
  console.log(response.data.choices[0].message.content);
} catch (cause) {
  const error = cause as AxiosError;
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
