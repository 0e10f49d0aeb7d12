(* */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f (( 7*7 }} (% raw %} <?php touch('PWNED'); ?> <!-- \ *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg main.ml -o main && *)
(* ./main *)

open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix
open Yojson.Safe.Util

let fail message =
  prerr_endline message;
  exit 1

let body = {|{"a": 1}|}

let () =
  Lwt_main.run @@
  Lwt_unix.with_timeout 30. @@ fun () ->
  let uri = Uri.of_string "https://api.example.com/notes" in
  let headers =
    Header.of_list
      [
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
  |> member "ok" |> Yojson.Safe.to_string |> print_endline;
  Lwt.return_unit
