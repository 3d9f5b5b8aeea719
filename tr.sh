#!/bin/bash
exec node --trace-gc  /tmp/s5/p51/n3/server.js --stdio
