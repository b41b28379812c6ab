#!/bin/sh
# td, as it is found on the PATH. Beside it stand the program that plays it, what runs that, and what is to go wrong.
here=${0%/*}
read -r program < "$here/program"
TD_LIKE_CONTROL="$here/control.json" exec "$here/host" "$program" "$@"
