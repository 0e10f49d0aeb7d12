// QwQ-32B chat completion
// Install: npm install axios
// Run: MKEAI_API_KEY=... npx tsx qwq-32b-stream.mts

import axios from "axios";

interface StreamEvent {
  choices?: {
    delta?: {
      content?: string | null;
      reasoning_content?: string | null;
    };
  }[];
}

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const controller = new AbortController();
const timer = setTimeout(() => controller.abort(), 120000).unref();
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
  response.data.setEncoding("utf8");
  for await (const chunk of response.data) {
    timer.refresh();
    rest += chunk;
    for (const [line, value] of rest.matchAll(/^\s*data: ?(.*?)\r?\n/gms)) {
      rest = rest.replace(line, "");
      data = value;
      if (data === "[DONE]") break;
      const event: StreamEvent = JSON.parse(data);
      process.stderr.write(event.choices?.[0]?.delta?.reasoning_content ?? "");
      process.stdout.write(event.choices?.[0]?.delta?.content ?? "");
    }
  }
  if (data !== "[DONE]") {
    const reason = `HTTP ${response.status}: ${data}${rest}`;
    throw new Error("The stream ended unexpectedly. " + reason);
  }
  console.log();
} catch (cause) {
  const error = cause as Error;
  console.error(error.message);
  process.exit(1);
}
