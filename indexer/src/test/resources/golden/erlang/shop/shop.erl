-module(shop).
-export([new/2, gross/1, total/1, demo/0]).
-include("shop.hrl").
-import(lists, [map/2]).

-define(TAX, 1.19).
-record(item, {name, price}).

new(Name, Price) when is_number(Price) ->
    #item{name = Name, price = Price}.

gross(#item{price = Price}) ->
    round_up(Price * ?TAX).

total(Items) ->
    Sum = lists:sum(map(fun gross/1, Items)),
    ledger:record(Sum),
    Sum.

round_up(Value) ->
    case Value of
        0 -> 0;
        _ -> ceil(Value * 100) / 100
    end.

demo() ->
    Cart = [new(book, 12.5), shop:new(bag, 0)],
    io:format("~p~n", [total(Cart)]).
