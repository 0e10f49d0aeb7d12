(* QwQ-32B chat completion *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg stream.ml -o stream && *)
(* MKEAI_API_KEY=... ./stream *)

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

(* Prints a text; other data, and none, are left out *)
let print_text print value =
  match value () with
  | `String text -> print text
  | _ | (exception (Type_error _ | Undefined _)) -> ()

let print_data data =
  let event = Yojson.Safe.from_string data in
  print_text prerr_string (fun () ->
      event |> member "choices" |> index 0 |> member "delta" |> member "reasoning_content");
  print_text print_string (fun () ->
      event |> member "choices" |> index 0 |> member "delta" |> member "content");
  flush_all ()

let field line =
  let start = if String.starts_with ~prefix:"data: " line then 6 else 5 in
  String.sub line start (String.length line - start)

let rec read chunks rest last =
  let* chunk =
    Lwt_unix.with_timeout 120. (fun () -> Lwt_stream.get chunks)
  in
  match chunk with
  | None -> fail ("The stream ended unexpectedly. " ^ last ^ rest)
  | Some chunk -> read_lines chunks last (String.split_on_char '\n' (rest ^ chunk))

and read_lines chunks last = function
  | [] -> Lwt.return_unit
  | [ rest ] -> read chunks rest last
  | line :: lines -> (
      let line =
        if String.ends_with ~suffix:"\r" line then
          String.sub line 0 (String.length line - 1)
        else line
      in
      match line with
      | line when String.starts_with ~prefix:"data:" line -> (
          match field line with
          | "[DONE]" ->
              Lwt_unix.with_timeout 120. (fun () ->
                  Lwt_stream.junk_while (fun _ -> true) chunks)
          | data ->
              print_data data;
              read_lines chunks data lines)
      | line -> read_lines chunks (last ^ line) lines)

let body = {|{
  "model": "QwQ-32B",
  "messages": [{"role": "user", "content": "你好"}],
  "stream": true
}|}

let () =
  Lwt_main.run @@
  let uri = Uri.of_string "https://api.mkeai.com/v1/chat/completions" in
  let headers =
    Header.of_list
      [
        ("Authorization", "Bearer " ^ env "MKEAI_API_KEY");
        ("Content-Type", "application/json");
      ]
  in
  let* response, answer =
    Lwt_unix.with_timeout 120. @@ fun () ->
    Client.post ~headers ~chunked:false ~body:(`String body) uri
  in
  let status = Response.status response in
  let location = Header.get (Response.headers response) "location" in
  if not (Code.is_success (Code.code_of_status status)) then
    let* text = Cohttp_lwt.Body.to_string answer in
    fail
      ("HTTP " ^ Code.string_of_status status ^ " "
      ^ Option.value location ~default:""
      ^ "\n" ^ text)
  else
    let+ () = read (Cohttp_lwt.Body.to_stream answer) "" "" in
    print_newline ()
