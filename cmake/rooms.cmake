# A room is a folder of libauction/ named after one noun of the trade: its headers, its .cc files,
# nothing registered anywhere. A new file is found at the next build; a new room is added to one of
# the lists below (and to tests/house/layers.py, which knows who may include whom).

set(LIBAUCTION_BASE_ROOMS base)
set(LIBAUCTION_SMALL_ROOMS catalogue bid clock roster format franchise lot rules)
set(LIBAUCTION_MACHINE_ROOMS ${LIBAUCTION_BASE_ROOMS} ${LIBAUCTION_SMALL_ROOMS} auction)
set(LIBAUCTION_CORE_ROOMS ${LIBAUCTION_SMALL_ROOMS} auction league season scoring standings)
set(LIBAUCTION_ROOM_ROOMS log replay sim room)
set(LIBAUCTION_UNITED_ROOMS ${LIBAUCTION_BASE_ROOMS} ${LIBAUCTION_CORE_ROOMS}
                            ${LIBAUCTION_ROOM_ROOMS} naive support draw faults
                            json csv results ical socketio sqlite auctioneer)

# Collects the files that match a pattern below each folder; a folder that is not there yet is empty.
function(libauction_glob result pattern)
  set(found)
  foreach(folder IN LISTS ARGN)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/${pattern}")
    list(APPEND found ${files})
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# Where CMAKE_UNITY_BUILD is on, the files of one folder are compiled as one, those of the small rooms
# all together, as those around the machine: a third of the time for a build from nothing. So functions
# in unnamed namespaces have their names for themselves in a folder, and among those.
# Every file still has to compile alone: the house check headers_alone sees to the headers,
# `./run prove alone` to the sources.
function(libauction_unite target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP
                                             UNITY_BUILD "${CMAKE_UNITY_BUILD}")
  foreach(source IN LISTS ARGN)
    get_filename_component(folder "${source}" DIRECTORY)
    get_filename_component(room "${folder}" NAME)
    if(room IN_LIST LIBAUCTION_SMALL_ROOMS)
      set_source_files_properties("${source}" PROPERTIES UNITY_GROUP small)
    elseif(target STREQUAL "auction_room")
      set_source_files_properties("${source}" PROPERTIES UNITY_GROUP room)
    elseif(room IN_LIST LIBAUCTION_UNITED_ROOMS)
      set_source_files_properties("${source}" PROPERTIES UNITY_GROUP ${room})
    endif()
  endforeach()
endfunction()

# How the sources of a library of ours are compiled, and who sees its headers.
function(libauction_compile_library target)
  libauction_compile(${target})
  libauction_unite(${target} ${ARGN})
  target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>"
                                              "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
endfunction()

# The objects of some rooms, for who needs no more of the library that has them as a PART.
function(libauction_objects target)
  list(TRANSFORM ARGN PREPEND libauction/ OUTPUT_VARIABLE folders)
  libauction_glob(sources *.cc ${folders})
  add_library(${target} OBJECT ${sources})
  libauction_compile_library(${target} ${sources})
endfunction()

# libauction_library(json ROOMS adapters/json LINK PUBLIC libauction::room PRIVATE fmt::fmt)
# makes the target auction_json, called libauction::json by everybody, and its install rules.
function(libauction_library component)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PART" "ROOMS;LINK")
  list(TRANSFORM arg_ROOMS PREPEND libauction/ OUTPUT_VARIABLE folders)
  libauction_glob(sources *.cc ${folders})
  if(arg_PART)
    get_target_property(compiled ${arg_PART} SOURCES)
    list(REMOVE_ITEM sources ${compiled})
    list(APPEND sources $<TARGET_OBJECTS:${arg_PART}>)
  endif()
  if(NOT sources)
    # Rooms whose rules are all in headers still make a library, so that names stay stable.
    set(sources "${PROJECT_BINARY_DIR}/empty_${component}.cc")
    file(CONFIGURE OUTPUT "${sources}" CONTENT "")
  endif()

  set(target auction_${component})
  add_library(${target} ${sources})
  add_library(libauction::${component} ALIAS ${target})
  libauction_compile_library(${target} ${sources})
  target_link_libraries(${target} ${arg_LINK})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${component} VERSION ${PROJECT_VERSION})
  libauction_install_component(${component} FOLDERS ${folders})
endfunction()
