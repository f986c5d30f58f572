"""Builds and runs a small program of a stranger, each of the ways we promise.

    check.py WAY SCRATCH --build DIR --compiler g++

WAY: find_package_core, find_package_adapters, pkg_config_core, pkg_config_adapters (against an
install of DIR into SCRATCH), add_subdirectory (against the sources).
"""

import argparse
import os
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def run(*command, **more):
    """Runs or ends the check, with everything the command said."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          check=False, **more)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def install(build, prefix):
    """Installs, then moves the tree: a package that remembers where it was installed is broken."""
    first = prefix.with_name("staging")
    run("cmake", "--install", build, "--prefix", first)
    first.rename(prefix)


def with_cmake(folder, scratch, compiler, *settings):
    run("cmake", "-S", HERE / folder, "-B", scratch / "build", "-G", "Ninja",
        "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_CXX_COMPILER={compiler}", *settings)
    run("cmake", "--build", scratch / "build", "-j", "1")
    run(scratch / "build" / "consumer")


def quickly():
    """Settings that make a second build of our own sources quick."""
    quick = ["-DCMAKE_BUILD_TYPE=None", "-DCMAKE_UNITY_BUILD=ON",
             "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON"]
    return [*quick, "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else quick


def with_pkg_config(source, components, prefix, scratch, compiler):
    pc_folder = next(prefix.rglob("libauction-core.pc")).parent
    flags = run("pkg-config", "--static", "--cflags", "--libs",
                *(f"libauction-{component}" for component in components),
                env=os.environ | {"PKG_CONFIG_PATH": str(pc_folder)}).split()
    run(compiler, "-std=c++20", HERE / source, "-o", scratch / "consumer", *flags)
    run(scratch / "consumer")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("way")
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path)
    parser.add_argument("--compiler", default="g++")
    given = parser.parse_args()
    shutil.rmtree(given.scratch, ignore_errors=True)
    given.scratch.mkdir(parents=True)
    prefix, adapters = given.scratch / "prefix", given.way.endswith("adapters")
    if given.way == "add_subdirectory":
        with_cmake("add_subdirectory", given.scratch, given.compiler,
                   f"-DLIBAUCTION_SOURCE_DIR={ROOT}", *quickly())
        return
    install(given.build, prefix)
    if given.way.startswith("find_package"):
        with_cmake("find_package", given.scratch, given.compiler,
                   f"-DCMAKE_PREFIX_PATH={prefix}", f"-DADAPTERS={'ON' if adapters else 'OFF'}")
    else:
        with_pkg_config("adapters.cc" if adapters else "core.cc",
                        ["json", "csv", "results", "ical", "socketio"] if adapters else ["core"],
                        prefix, given.scratch, given.compiler)


if __name__ == "__main__":
    main()
