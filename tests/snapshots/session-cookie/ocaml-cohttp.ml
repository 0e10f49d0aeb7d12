(* Read a cart with a session cookie *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg main.ml -o main && *)
(* SHOP_SESSION=... SHOP_DEVICE=... ./main *)

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

let () =
  Lwt_main.run @@
  Lwt_unix.with_timeout 30. @@ fun () ->
  let uri =
    Uri.add_query_params'
      (Uri.of_string "https://shop.example.com/cart")
      [ ("currency", "EUR") ]
  in
  let headers =
    Header.of_list
      [
        ("Cookie", "session="
          ^ env "SHOP_SESSION"
          ^ "; device="
          ^ env "SHOP_DEVICE"
          ^ "; prefs=currency=EUR+tax/incl==");
      ]
  in
  let* response, answer =
    Client.get ~headers uri
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
  |> member "items" |> index 0 |> member "sku" |> to_string |> print_endline;
  Lwt.return_unit
