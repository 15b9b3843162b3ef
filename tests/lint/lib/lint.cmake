# lint.cmake - what the lints share. A lint is run by cmake -P with SOURCE and BINARY, the source
# and the build tree; it calls complain() for each fault and verdict() at its end.
cmake_policy(VERSION 3.25)

function(complain where what)
  message("${where}: ${what}")
  set_property(GLOBAL APPEND PROPERTY faults x)
endfunction()

function(verdict)
  get_property(faults GLOBAL PROPERTY faults)
  list(LENGTH faults n_faults)
  if(n_faults)
    message(FATAL_ERROR "${n_faults} faults")
  endif()
endfunction()

# The test is then reported as skipped (see CMakeLists.txt), never as passed.
macro(skip why)
  message("lint skipped: ${why}")
  return()
endmacro()

# The names, from SOURCE on, of the files that the patterns find below SOURCE.
function(find_sources result)
  list(TRANSFORM ARGN PREPEND "${SOURCE}/")
  file(GLOB_RECURSE found RELATIVE ${SOURCE} ${ARGN})
  if(NOT found)
    message(FATAL_ERROR "nothing to look at: ${ARGN}")
  endif()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# The lines of a text as a list; what would break a CMake list is replaced by other signs.
function(split_lines text result)
  string(REGEX REPLACE "\n$" "" text "${text}")
  string(REPLACE "[" "(" text "${text}")
  string(REPLACE "]" ")" text "${text}")
  string(REPLACE ";" ":" text "${text}")
  string(REPLACE "\\" "/" text "${text}")
  string(REPLACE "\n" ";" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# The lines of a file, in the same way.
function(read_lines file result)
  file(READ ${SOURCE}/${file} text)
  split_lines("${text}" lines)
  set(${result} "${lines}" PARENT_SCOPE)
endfunction()
