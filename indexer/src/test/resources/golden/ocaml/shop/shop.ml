open Printf

type item = { name : string; price : float }

type tax = Normal | Reduced of float

exception Empty of string

module Money = struct
  let round_up value = Float.ceil (value *. 100.) /. 100.

  let format value = sprintf "%.2f" value
end

let rate = function
  | Normal -> 1.19
  | Reduced rate -> rate

let gross ?(tax = Normal) item = Money.round_up (item.price *. rate tax)

let rec total = function
  | [] -> 0.
  | item :: rest -> gross item +. total rest

class cart (title : string) = object (self)
  val mutable items = []

  method add item =
    Ledger.record (gross item);
    items <- item :: items

  method total = total items

  method print = print_endline (title ^ self#line)

  method private line = Money.format (total items)
end

let demo () =
  let cart = new cart "demo" in
  cart#add { name = "book"; price = 12.5 };
  let shown = Money.format cart#total in
  List.iter (fun item -> ignore (gross item)) [];
  shown |> print_endline

let () = demo ()
