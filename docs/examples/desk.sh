#!/bin/sh
# Makes a desk and puts articles on it: desk.sh 'dbname=news#quetta' reports/
# Run it as an account that may make schemas and roles; docs/desk.md says how the roles are given and what runs from then on.
set -eu
desk=$1
shift
sitboard desk init --desk "$desk"
sitboard desk roles --desk "$desk"
sitboard desk import --desk "$desk" "$@"
# Reads what waits and ends. Without --once it is a worker, which goes on reading what comes.
sitboard desk read --once --desk "$desk"
sitboard desk verify --desk "$desk"
sitboard brief --line --desk "$desk"
