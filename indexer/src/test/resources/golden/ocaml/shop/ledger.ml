let entries = ref []

let line amount = string_of_float amount

let report () = List.iter (fun amount -> print_endline (line amount)) !entries

let record amount =
  entries := amount :: !entries;
  if List.length !entries > 10 then report ()
