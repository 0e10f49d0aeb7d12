(* Look at a download before fetching it *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg main.ml -o main && *)
(* ./main *)

open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let fail message =
  prerr_endline message;
  exit 1

let () =
  Lwt_main.run @@
  Lwt_unix.with_timeout 30. @@ fun () ->
  let uri = Uri.of_string "https://downloads.example.net/releases/2.10/engine.tar.gz" in
  let headers =
    Header.of_list
      [
        ("Accept", "application/gzip");
      ]
  in
  let* response = Client.head ~headers uri in
  let answer = `Empty in
  let* text = Cohttp_lwt.Body.to_string answer in
  let status = Response.status response in
  let location = Header.get (Response.headers response) "location" in
  if not (Code.is_success (Code.code_of_status status)) then
    fail
      ("HTTP " ^ Code.string_of_status status ^ " "
      ^ Option.value location ~default:""
      ^ "\n" ^ text);
  Header.to_list (Response.headers response)
  |> List.iter (fun (name, value) -> print_endline (name ^ ": " ^ value));
  Lwt.return_unit
