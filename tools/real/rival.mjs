// @readme/oas-to-snippet over OpenAPI 3 documents: how many snippets, how long.
import { readFileSync } from 'node:fs';
import oasToSnippet from '@readme/oas-to-snippet';
import oas from 'oas';

const Oas = oas.default ?? oas;
const make = oasToSnippet.default ?? oasToSnippet;
const { files, languages, seconds } = JSON.parse(readFileSync(0, 'utf8'));
const result = { read: [], operations: 0, snippets: 0, failed: 0, unread: 0, making: 0, total: 0 };
const begin = performance.now();
for (const file of files) {
  if (performance.now() - begin > seconds * 1000) break;
  let api;
  try {
    const definition = JSON.parse(readFileSync(file, 'utf8'));
    if (!definition.openapi) throw new Error('Swagger 2.0');
    api = new Oas(definition);
    await api.dereference();
  } catch {
    result.unread += 1;
    continue;
  }
  result.read.push(file);
  for (const operations of Object.values(api.getPaths())) {
    for (const operation of Object.values(operations)) {
      result.operations += 1;
      for (const language of languages) {
        const start = performance.now();
        try {
          make(api, operation, {}, {}, language);
          result.snippets += 1;
        } catch {
          result.failed += 1;
        }
        result.making += performance.now() - start;
      }
    }
  }
}
result.total = (performance.now() - begin) / 1000;
result.making /= 1000;
process.stdout.write(JSON.stringify(result));
