// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: node words-quotes.mjs

const url = "https://api.example.com/notes";
const response = await fetch(url, {
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  console.error(response.status, response.statusText, await response.text());
  process.exit(1);
}
const answer = await response.json();
console.log(JSON.stringify(answer.ok));
