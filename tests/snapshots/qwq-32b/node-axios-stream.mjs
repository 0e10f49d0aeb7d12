// QwQ-32B chat completion
// Install: npm install axios
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import axios from "axios";
import { text } from "node:stream/consumers";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const controller = new AbortController();
const timer = setTimeout(() => controller.abort(), 120000);
let rest = "";
let data = "";
try {
  const response = await axios.post(
    "https://api.mkeai.com/v1/chat/completions",
    {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: true,
    },
    {
      headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
      responseType: "stream",
      validateStatus: null,
      signal: controller.signal,
    },
  );
  const { "content-type": type } = response.headers;
  if (response.status >= 300 || type?.includes("json")) {
    throw new Error(`HTTP ${response.status}: ${await text(response.data)}`);
  }
  response.data.setEncoding("utf8");
  for await (const chunk of response.data) {
    timer.refresh();
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) {
      if (!line.startsWith("data:")) continue;
      data = line.replace(/^data: ?/, "");
      if (data === "[DONE]") break;
      const event = JSON.parse(data);
      process.stderr.write(event.choices?.[0]?.delta?.reasoning_content ?? "");
      process.stdout.write(event.choices?.[0]?.delta?.content ?? "");
    }
  }
  clearTimeout(timer);
  console.log();
  if (data !== "[DONE]") {
    throw new Error("The stream ended unexpectedly. " + (rest || data));
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
