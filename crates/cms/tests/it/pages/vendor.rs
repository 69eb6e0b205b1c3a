//! What others have written and we serve is what the lock file names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

#[test]
fn vendored_files_are_those_of_the_lock() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let vendor = root.join("vendor");
    let manifest = fs::read_to_string(vendor.join("MANIFEST")).unwrap();
    let lock: serde_json::Value =
        serde_json::from_slice(&fs::read(root.join("package-lock.json")).unwrap()).unwrap();
    let package: serde_json::Value =
        serde_json::from_slice(&fs::read(root.join("package.json")).unwrap()).unwrap();

    let mut packages = BTreeSet::new();
    for line in manifest.lines().filter_map(|line| line.strip_prefix("# ")) {
        let [name, version, integrity] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let locked = &lock["packages"][format!("node_modules/{name}")];
        assert_eq!(
            (&locked["version"], &locked["integrity"]),
            (&version.into(), &integrity.into())
        );
        assert_eq!(package["dependencies"][name], version, "{name} is not pinned");
        packages.insert(name.to_owned());
    }
    let wanted = package["dependencies"].as_object().unwrap();
    assert_eq!(packages, wanted.keys().cloned().collect());

    let mut files = BTreeSet::from(["MANIFEST".to_owned()]);
    for line in manifest.lines().filter(|line| !line.starts_with('#')) {
        let (hash, name) = line.split_once("  ").unwrap();
        let content = fs::read(vendor.join(name)).unwrap();
        assert_eq!(domain::hex::lower(&Sha256::digest(&content)), hash, "{name}");
        files.insert(name.to_owned());
    }
    let there = fs::read_dir(&vendor).unwrap();
    let there = there.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, there);
}

/// The tests in a browser look whether every icon of a page is among them.
#[test]
fn the_listed_icons_are_there_and_no_others() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sprite = fs::read_to_string(root.join("static/vendor/icons.svg")).unwrap();
    let there: BTreeSet<&str> =
        sprite.split("<symbol id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let listed = fs::read_to_string(root.join("static/icons.txt")).unwrap();
    assert_eq!(there, listed.lines().collect());
}
