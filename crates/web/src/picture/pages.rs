//! Photographed pages of one paper as one document: a picture a page, in order, on A4.
use super::Jpeg;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};

/// A4 in points, upright; a page that is wider than high lies on its side.
const A4: (f32, f32) = (595.0, 842.0);
const PICTURE: Name<'static> = Name(b"P");

/// The same pages make the same bytes, so that what is sent again is known.
pub fn document(pages: &[Jpeg]) -> Vec<u8> {
    let mut ids = (1..).map(Ref::new);
    let mut next = || ids.next().unwrap_or_else(|| Ref::new(1));
    let (catalog, tree) = (next(), next());
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    let leaves: Vec<(Ref, Ref, Ref)> = pages.iter().map(|_| (next(), next(), next())).collect();
    pdf.pages(tree).kids(leaves.iter().map(|leaf| leaf.0)).count(i32::try_from(pages.len()).unwrap_or(i32::MAX));
    for ((leaf, content, picture), jpeg) in leaves.into_iter().zip(pages) {
        let (width, height) = if jpeg.width > jpeg.height { (A4.1, A4.0) } else { A4 };
        let mut page = pdf.page(leaf);
        page.parent(tree).media_box(Rect::new(0.0, 0.0, width, height)).contents(content);
        page.resources().x_objects().pair(PICTURE, picture);
        page.finish();

        let (w, h) = fitted(jpeg, width, height);
        let mut drawn = Content::new();
        drawn.save_state().transform([w, 0.0, 0.0, h, (width - w) / 2.0, (height - h) / 2.0]).x_object(PICTURE).restore_state();
        pdf.stream(content, &drawn.finish());

        let mut image = pdf.image_xobject(picture, &jpeg.bytes);
        image.filter(Filter::DctDecode);
        image.width(pixels(jpeg.width)).height(pixels(jpeg.height)).bits_per_component(8);
        image.color_space().device_rgb();
        image.finish();
    }
    pdf.finish()
}

fn pixels(edge: u32) -> i32 {
    i32::try_from(edge).unwrap_or(i32::MAX)
}

/// The whole picture, as large as the page has room for.
fn fitted(jpeg: &Jpeg, width: f32, height: f32) -> (f32, f32) {
    let edge = |pixels: u32| u16::try_from(pixels).map_or(f32::from(u16::MAX), f32::from).max(1.0);
    let (own_width, own_height) = (edge(jpeg.width), edge(jpeg.height));
    let scale = (width / own_width).min(height / own_height);
    (own_width * scale, own_height * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: u32, height: u32) -> Jpeg {
        Jpeg { bytes: vec![0xff, 0xd8, 0xff, 0xd9], width, height }
    }

    fn text(pdf: &[u8]) -> String {
        String::from_utf8_lossy(pdf).into_owned()
    }

    #[test]
    fn every_page_is_there_in_order_and_fits_its_paper() {
        let pdf = document(&[page(1414, 2000), page(2000, 1000)]);
        let text = text(&pdf);
        assert!(text.starts_with("%PDF-") && text.trim_end().ends_with("%%EOF"));
        assert!(text.contains("/Count 2") && text.contains("/MediaBox [0 0 595 842]") && text.contains("/MediaBox [0 0 842 595]"));
        assert!(text.find("/Width 1414") < text.find("/Width 2000"));
        assert_eq!(pdf, document(&[page(1414, 2000), page(2000, 1000)]), "the same pages are the same file");
        assert_ne!(pdf, document(&[page(2000, 1000), page(1414, 2000)]), "in another order they are not");
        assert_eq!(fitted(&page(2000, 1000), 842.0, 595.0), (842.0, 421.0));
        assert!((fitted(&page(1, 2000), 595.0, 842.0).1 - 842.0).abs() < 0.01);
    }
}
