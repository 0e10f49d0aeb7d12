// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: npx tsx words-quotes.mts

interface Answer {
  ok: unknown;
}

const response = await fetch("https://api.example.com/notes", {
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
const answer = (await response.json()) as Answer;
console.log(JSON.stringify(answer.ok));
