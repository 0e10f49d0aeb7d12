// Log in with a form
// Run: ACCOUNT_PASSWORD=... bun login-form.ts

interface Answer {
  session: { id: string };
}

if (!process.env.ACCOUNT_PASSWORD)
  throw new Error("ACCOUNT_PASSWORD is not set");

const response = await fetch("https://accounts.example.com/login", {
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams([
    ["username", "ada@example.com"],
    ["password", process.env.ACCOUNT_PASSWORD],
    ["scope", "profile"],
    ["scope", "orders"],
    ["device", ""],
  ]),
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  throw new Error(`HTTP ${response.status}: ${reason}`);
}
const answer = (await response.json()) as Answer;
console.log(answer.session.id);
