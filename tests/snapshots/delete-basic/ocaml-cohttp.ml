(* Delete a user's key *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg main.ml -o main && *)
(* ADMIN_USER=... ADMIN_PASSWORD=... ./main *)

open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let fail message =
  prerr_endline message;
  exit 1

let env name =
  match Sys.getenv_opt name with
  | Some value -> value
  | None -> fail (name ^ " is not set")

let () =
  Lwt_main.run @@
  Lwt_unix.with_timeout 30. @@ fun () ->
  let uri = Uri.of_string "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29" in
  let headers =
    Header.of_list
      [
        ( "Authorization",
          Auth.string_of_credential
            (`Basic (env "ADMIN_USER", env "ADMIN_PASSWORD")) );
      ]
  in
  let* response, answer =
    Client.delete ~headers uri
  in
  let* text = Cohttp_lwt.Body.to_string answer in
  let status = Response.status response in
  let location = Header.get (Response.headers response) "location" in
  if not (Code.is_success (Code.code_of_status status)) then
    fail
      ("HTTP " ^ Code.string_of_status status ^ " "
      ^ Option.value location ~default:""
      ^ "\n" ^ text);
  print_endline text;
  Lwt.return_unit
