(* Upload a photo *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg main.ml -o main && *)
(* PHOTOS_TOKEN=... ./main *)

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

let read path = Lwt_io.with_file ~mode:Input path (fun file -> Lwt_io.read file)

let boundary = Random.self_init (); Printf.sprintf "%x%x" (Random.bits ()) (Random.bits ())

let part head content =
  Printf.sprintf "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
    boundary head content

let () =
  Lwt_main.run @@
  Lwt_unix.with_timeout 30. @@ fun () ->
  let uri = Uri.of_string "https://photos.example.org/albums/summer-2025/photos" in
  let* file1 = read "sunset.jpg" in
  let body =
    String.concat ""
      [
        part "name=\"caption\"" ("Sunset at the \"Blue Lagoon\"");
        part "name=\"visibility\"" ("friends");
        part "name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg" file1;
        "--" ^ boundary ^ "--\r\n";
      ]
  in
  let headers =
    Header.of_list
      [
        ("Authorization", "Bearer " ^ env "PHOTOS_TOKEN");
        ("Content-Type", "multipart/form-data; boundary=" ^ boundary);
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
  |> member "url" |> to_string |> print_endline;
  Lwt.return_unit
