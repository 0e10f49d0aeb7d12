"""Languages that users ask for by name, so that a missing one is told from a mistyped one."""

from __future__ import annotations

_NAMES = {
    "Bash": "bash", "C": "c", "C#": "c# csharp cs dotnet .net", "C++": "c++ cpp cxx cc", "Clojure": "clojure clj",
    "Crystal": "crystal", "Dart": "dart flutter", "Elixir": "elixir ex exs", "Erlang": "erlang erl",
    "F#": "f# fsharp fs", "Go": "go golang", "Groovy": "groovy", "Haskell": "haskell hs", "HTTPie": "httpie",
    "Java": "java", "Julia": "julia jl",
    "Kotlin": "kotlin kt kts", "Lua": "lua", "MATLAB": "matlab", "Nim": "nim", "Node.js": "node nodejs javascript js",
    "Objective-C": "objective-c objc objectivec", "OCaml": "ocaml ml", "Perl": "perl pl", "PHP": "php",
    "PowerShell": "powershell pwsh ps1 ps", "Python": "python py", "R": "r rlang", "Ruby": "ruby rb", "Rust": "rust rs",
    "Scala": "scala", "Swift": "swift", "Tcl": "tcl", "TypeScript": "typescript ts deno bun",
    "Visual Basic": "vb vbnet vba", "Wget": "wget", "Zig": "zig",
}  # fmt: skip

KNOWN = {word: title for title, words in _NAMES.items() for word in words.split()}
"""A word that users may type -> the name of the language, or tool, as it is written."""
