-module(ledger).
-export([record/1]).

record(Amount) ->
    Line = format(Amount),
    write(Line).

format(Amount) ->
    io_lib:format("~p", [Amount]).

write([]) ->
    ok;
write(Line) ->
    io:put_chars(Line),
    check(Line).

check(Line) -> Line =/= [].
