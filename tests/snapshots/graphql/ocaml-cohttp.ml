(* Ask a GraphQL API *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg main.ml -o main && *)
(* CODE_TOKEN=... ./main *)

open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix
open Yojson.Safe.Util

let fail message =
  prerr_endline message;
  exit 1

let env name =
  match Sys.getenv_opt name with
  | Some value -> value
  | None -> fail (name ^ " is not set")

let body = {|{
  "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
  "variables": {"owner": "ada", "name": "engine", "count": 2}
}|}

let () =
  Lwt_main.run @@
  Lwt_unix.with_timeout 30. @@ fun () ->
  let uri = Uri.of_string "https://code.example.com/graphql" in
  let headers =
    Header.of_list
      [
        ("Authorization", "Bearer " ^ env "CODE_TOKEN");
        ("Content-Type", "application/json");
      ]
  in
  let* response, answer =
    Client.post ~headers ~chunked:false ~body:(`String body) uri
  in
  let* text = Cohttp_lwt.Body.to_string answer in
  let status = Response.status response in
  let location = Header.get (Response.headers response) "location" in
  if not (Code.is_success (Code.code_of_status status)) then
    fail
      ("HTTP " ^ Code.string_of_status status ^ " "
      ^ Option.value location ~default:""
      ^ "\n" ^ text);
  Yojson.Safe.from_string text
  |> member "data" |> member "repository" |> member "issues" |> member "nodes" |> Yojson.Safe.to_string |> print_endline;
  Lwt.return_unit
