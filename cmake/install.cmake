# Install and export: one export set and one .pc file per component, so that find_package(libauction
# COMPONENTS core) asks for no package that the core does not need.

include(CMakePackageConfigHelpers)
set(LIBAUCTION_PACKAGE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/libauction")

function(libauction_install_component component)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FOLDERS")
  if(NOT LIBAUCTION_INSTALL)
    return()
  endif()
  install(TARGETS auction_${component} EXPORT libauction-${component})
  install(EXPORT libauction-${component} NAMESPACE libauction::
          DESTINATION "${LIBAUCTION_PACKAGE_DIR}")
  foreach(folder IN LISTS arg_FOLDERS)
    # *_internal.h is between the files of one room and promised to nobody.
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}/" DESTINATION "include/${folder}"
            OPTIONAL FILES_MATCHING PATTERN "*.h" PATTERN "*_internal.h" EXCLUDE)
  endforeach()
  libauction_install_pkgconfig(${component})
endfunction()

# What `pkg-config --static` must add to each component. libcsv and
# SQLiteCpp have no .pc files of their own.
set(LIBAUCTION_PC_core_REQUIRES "")
set(LIBAUCTION_PC_room_REQUIRES "libauction-core")
set(LIBAUCTION_PC_room_LIBS_PRIVATE "-pthread")
set(LIBAUCTION_PC_json_REQUIRES "libauction-room absl_status absl_statusor absl_strings")
set(LIBAUCTION_PC_json_REQUIRES_PRIVATE "fmt")
set(LIBAUCTION_PC_results_REQUIRES "libauction-room absl_status absl_statusor absl_strings")
set(LIBAUCTION_PC_socketio_REQUIRES "libauction-room absl_status absl_statusor absl_strings")
set(LIBAUCTION_PC_csv_REQUIRES "libauction-room absl_status absl_statusor absl_strings")
set(LIBAUCTION_PC_csv_REQUIRES_PRIVATE "fmt")
set(LIBAUCTION_PC_csv_LIBS_PRIVATE "-lcsv")
set(LIBAUCTION_PC_ical_REQUIRES "libauction-core")
set(LIBAUCTION_PC_sqlite_REQUIRES "libauction-room absl_status absl_statusor absl_strings")
set(LIBAUCTION_PC_sqlite_REQUIRES_PRIVATE "sqlite3")
set(LIBAUCTION_PC_sqlite_LIBS_PRIVATE "-lSQLiteCpp")

function(libauction_install_pkgconfig component)
  # The prefix is found from the file's own place, so an installed tree may be moved.
  file(RELATIVE_PATH PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  set(PC_NAME ${component})
  set(PC_REQUIRES "${LIBAUCTION_PC_${component}_REQUIRES}")
  set(PC_REQUIRES_PRIVATE "${LIBAUCTION_PC_${component}_REQUIRES_PRIVATE}")
  set(PC_LIBS_PRIVATE "${LIBAUCTION_PC_${component}_LIBS_PRIVATE}")
  set(file "${PROJECT_BINARY_DIR}/libauction-${component}.pc")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/component.pc.in" "${file}" @ONLY)
  install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endfunction()

function(libauction_install_package)
  if(NOT LIBAUCTION_INSTALL)
    return()
  endif()
  set(config "${PROJECT_BINARY_DIR}/libauctionConfig.cmake")
  set(version "${PROJECT_BINARY_DIR}/libauctionConfigVersion.cmake")
  configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/libauctionConfig.cmake.in" "${config}"
                                INSTALL_DESTINATION "${LIBAUCTION_PACKAGE_DIR}")
  # Before 1.0 a new minor version may change the interface.
  write_basic_package_version_file("${version}" COMPATIBILITY SameMinorVersion)
  install(FILES "${config}" "${version}" "${PROJECT_SOURCE_DIR}/cmake/Findlibcsv.cmake"
          DESTINATION "${LIBAUCTION_PACKAGE_DIR}")
endfunction()
