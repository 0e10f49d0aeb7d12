"""What users ask for by name and we do not have: languages, told from mistyped ones, and clients, with the reason."""

from __future__ import annotations

_NAMES = {
    "Bash": "bash", "C": "c", "C#": "c# csharp cs dotnet .net", "C++": "c++ cpp cxx cc", "Clojure": "clojure clj",
    "Crystal": "crystal", "Dart": "dart flutter", "Elixir": "elixir ex exs",
    "Emacs Lisp": "elisp emacs-lisp emacs el", "Erlang": "erlang erl", "F#": "f# fsharp fs", "Go": "go golang",
    "Groovy": "groovy", "Haskell": "haskell hs", "Haxe": "haxe", "HTTPie": "httpie", "Hurl": "hurl", "Java": "java",
    "Julia": "julia jl", "k6": "k6", "Kotlin": "kotlin kt kts", "Lua": "lua", "MATLAB": "matlab", "Nim": "nim",
    "Node.js": "node nodejs javascript js", "Objective-C": "objective-c objc objectivec", "OCaml": "ocaml ml",
    "Pascal": "pascal delphi freepascal fpc", "Perl": "perl pl", "PHP": "php", "Pike": "pike",
    "PowerShell": "powershell pwsh ps1 ps", "Python": "python py", "R": "r rlang", "Ruby": "ruby rb",
    "Rust": "rust rs", "Scala": "scala", "Swift": "swift", "Tcl": "tcl", "TypeScript": "typescript ts deno bun",
    "Vala": "vala", "Visual Basic": "vb vbnet vba", "Wget": "wget", "Zig": "zig",
}  # fmt: skip

KNOWN = {word: title for title, words in _NAMES.items() for word in words.split()}
"""A word that users may type -> the name of the language, or tool, as it is written."""

_CLIENTS = {
    "ansible": "a playbook prints by callbacks, all of which put the names of hosts and tasks around an answer",
    "restsharp": "RestSharp comes from NuGet alone, where nothing of ours can fetch and run it",
    "request": "request is deprecated since 2020; its users went to node/got and node/axios",
    "jsoup": "jsoup declares a form where a DELETE has no body; java/java.net.http is the client beneath it",
    "unirest": "Unirest for Node.js is no longer maintained; node/superagent has its style",
    "http1 pecl_http pecl-http": "pecl_http crashes where it uploads files; php/curl and php/guzzle do not",
    "http2 http_request2 http-request2": "HTTP_Request2 is a package of PEAR; php/guzzle is what its users went to",
    "url.el url-retrieve": "url.el takes half an answer for a whole one; elisp/curl does not",
    "plz plz.el": "plz loses what follows a quote in a header; elisp/curl does not",
    "fphttpclient": "fphttpclient takes any certificate of any host, and half an answer for a whole one",
    "restclient rest-client": "RestClient sends again what timed out, with no setting against that; try ruby/httparty",
    "luasocket lua-socket luasec": "LuaSec, by which it has HTTPS, checks no host of a certificate; lua/lua-http does",
    "asynchttpclient async-http-client": "AsyncHttpClient wants eighteen libraries; java/unirest has its style",
    "httpoison req tesla": "Hex alone has Elixir's packages, which nothing of ours can fetch and run; try elixir/httpc",
    "cfml coldfusion lucee cfhttp": "CFML is a page that a server runs, with neither output nor exit code of its own",
    "jmeter": "a plan of JMeter prints no answer; k6/http makes load tests",
    "robot robotframework pytest": "a test says what its author expects; programs of python/requests go into one",
    "rcurl": "RCurl is superseded; r/httr2 and r/httr are by the authors of its successor",
}

REASONS = {word: reason for words, reason in _CLIENTS.items() for word in words.split()}
"""A word that users may type -> why there is no such target."""
