//! The thirteen articles. Template 2 added deposit and retention; without them it reads as template 1 did.
use super::Lines;
use super::dues;
use super::wording::{certificate_kind, days, grade, hours, percent, premium, price_words, promised_quality, vat};
use crate::contract::{ContractTerms, Forum, Mediator};
use crate::format;
use crate::money::Vnd;
use crate::penalty::Percent;
use crate::proposal::Carrier;
use crate::words::{capitalised, kg_words, vnd_words};

pub fn write(lines: &mut Lines, terms: &ContractTerms) {
    object(lines, terms);
    quality(lines, terms);
    packing(lines);
    price(lines, terms);
    schedule(lines, terms);
    acceptance(lines, terms);
    payment(lines, terms);
    duties(lines);
    force_majeure(lines, terms);
    penalty(lines, terms);
    disputes(lines, terms);
    confidentiality(lines);
    term(lines, terms);
}

fn title(lines: &mut Lines, number: u8, title: &str) {
    lines.blank();
    lines.push(format!("Điều {number}. {title}"));
}

fn object(lines: &mut Lines, terms: &ContractTerms) {
    let goods = &terms.goods;
    title(lines, 1, "Đối tượng của hợp đồng");
    lines.push(format!(
        "1.1. Bên A bán, Bên B mua nông sản: {} (tên tiếng Anh: {}), {}.",
        goods.variety_vi,
        goods.variety_en,
        grade(goods.grade)
    ));
    lines.push(format!(
        "1.2. Tổng khối lượng: {} ({}), giao làm {} đợt theo lịch tại Điều 5.",
        format::kg(terms.total_kg),
        kg_words(terms.total_kg),
        terms.lines.len()
    ));
    lines.push(format!(
        "1.3. Khối lượng thực giao của mỗi đợt được chênh lệch không quá {} so với khối lượng của đợt đó.",
        percent(terms.conditions.tolerance)
    ));
}

fn quality(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 2, "Chất lượng và giấy chứng nhận");
    lines.push(
        "2.1. Hàng giao đúng giống, đúng loại nêu tại Điều 1; tươi, sạch, không dập nát, không thối hỏng, không có sinh vật gây hại \
         nhìn thấy bằng mắt thường.",
    );
    lines.push(
        "2.2. Hàng bảo đảm an toàn thực phẩm. Bên A tuân thủ thời gian cách ly trước khi thu hoạch; dư lượng thuốc bảo vệ thực vật \
         không vượt mức tối đa pháp luật cho phép.",
    );
    papers(lines, terms);
    if let Some(quality) = &terms.goods.quality {
        let number = if terms.goods.certificates.is_empty() { 4 } else { 5 };
        lines.push(format!("2.{number}. Ngoài loại nêu tại Điều 1, hàng của mỗi đợt bảo đảm: {}.", promised_quality(quality)));
    }
}

fn papers(lines: &mut Lines, terms: &ContractTerms) {
    if terms.goods.certificates.is_empty() {
        lines.push("2.3. Hai bên không yêu cầu giấy chứng nhận kèm theo hàng.");
        return;
    }
    lines.push("2.3. Bên A bảo đảm các giấy chứng nhận sau còn hiệu lực vào ngày giao của mỗi đợt:");
    for (certificate, left) in terms.goods.certificates.iter().zip((0..terms.goods.certificates.len()).rev()) {
        lines.push(format!(
            "- {} số {}, do {} cấp, có giá trị đến hết ngày {}{}",
            certificate_kind(certificate.kind),
            certificate.number,
            certificate.issuer,
            format::day(certificate.valid_to),
            if left == 0 { '.' } else { ';' }
        ));
    }
    lines.push("2.4. Giấy hết hạn trong thời gian thực hiện hợp đồng phải được gia hạn hoặc cấp lại trước đợt giao kế tiếp.");
}

fn packing(lines: &mut Lines) {
    title(lines, 3, "Đóng gói, nhãn và truy xuất nguồn gốc");
    lines.push("3.1. Bên A đóng gói bằng bao bì sạch, khô, phù hợp với nông sản tươi. Khối lượng bao bì không tính vào khối lượng hàng.");
    lines.push(
        "3.2. Mỗi lô hàng có nhãn hoặc phiếu ghi: tên Bên A, tên nông sản, loại, khối lượng tịnh, ngày thu hoạch hoặc ngày đóng gói, \
         số hợp đồng và số đợt giao.",
    );
    lines.push("3.3. Bên A lưu nhật ký sản xuất của lô hàng và cung cấp khi Bên B yêu cầu để truy xuất nguồn gốc.");
}

fn price(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 4, "Giá và thuế giá trị gia tăng");
    lines.push(format!("4.1. Giá tại vườn: {}.", format::vnd_per_kg(terms.farm_gate)));
    let freight = format!("{}/kg", format::vnd(Vnd::new(terms.freight.dong())));
    match terms.carrier {
        Carrier::Seller => lines.push(format!(
            "4.2. Cước vận chuyển hai bên thống nhất: {freight}. Bên A vận chuyển hàng tới địa điểm giao và trả cước; cước đã tính \
             trong giá hợp đồng."
        )),
        Carrier::Buyer => lines.push(format!(
            "4.2. Bên B đưa xe đến nhận hàng và tự trả cước vận chuyển, ước tính {freight}; cước không tính trong giá hợp đồng."
        )),
    }
    lines.push(format!(
        "4.3. Giá hợp đồng là giá Bên B trả cho Bên A: {} ({}/kg), chưa gồm thuế giá trị gia tăng. Giá này không đổi trong thời hạn \
         hợp đồng, trừ trường hợp nêu tại Điều 9.",
        format::vnd_per_kg(terms.price),
        price_words(terms.price)
    ));
    lines.push(format!("4.4. Thuế giá trị gia tăng: {}", vat(terms.vat)));
    lines.push(format!(
        "4.5. Giá trị hợp đồng tạm tính, chưa gồm thuế giá trị gia tăng: {}. Bằng chữ: {}.",
        format::vnd(terms.total),
        capitalised(&vnd_words(terms.total))
    ));
    if !terms.goods.premiums.is_empty() {
        let premiums: Vec<_> = terms.goods.premiums.iter().map(premium).collect();
        lines.push(format!(
            "4.6. Giá hợp đồng đã tính phần Bên B trả thêm vì hàng có: {}. Hàng giao phải có đủ các điểm này trong mọi đợt.",
            premiums.join("; ")
        ));
    }
}

fn schedule(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 5, "Lịch giao, địa điểm giao và chuyển rủi ro");
    lines.push("5.1. Lịch giao hàng:");
    lines.push("Đợt | Giao trong các ngày | Khối lượng | Thành tiền tạm tính");
    for line in &terms.lines {
        lines.push(format!("{} | {} | {} | {}", line.number, days(line.window), format::kg(line.kg), format::vnd(line.amount)));
    }
    lines.push(format!("Cộng | {} đợt | {} | {}", terms.lines.len(), format::kg(terms.total_kg), format::vnd(terms.total)));
    let places = &terms.places;
    match terms.carrier {
        Carrier::Seller => {
            lines.push(format!("5.2. Nơi bốc hàng: {}. Địa điểm giao: {}.", places.pickup, places.dock));
            lines.push(format!("5.3. Giờ nhận hàng: {}", hours(places.hours)));
            lines.push(
                "5.4. Khi xe rời nơi bốc hàng, Bên A báo trên Mùa Vụ khối lượng đã gửi và biển số xe. Rủi ro đối với hàng chuyển sang \
                 Bên B khi Bên B nhận hàng tại địa điểm giao.",
            );
        }
        Carrier::Buyer => {
            lines.push(format!("5.2. Địa điểm giao là nơi bốc hàng: {}. Nơi Bên B cân và nghiệm thu: {}.", places.pickup, places.dock));
            lines.push(format!(
                "5.3. Bên B báo giờ xe đến bốc hàng trước ít nhất 12 giờ. Giờ nhận hàng tại nơi nghiệm thu: {}",
                hours(places.hours)
            ));
            lines.push(
                "5.4. Khi bốc hàng xong, Bên A báo trên Mùa Vụ khối lượng đã gửi và biển số xe. Rủi ro đối với hàng trên đường vận \
                 chuyển do Bên B chịu kể từ khi hàng được bốc lên xe của Bên B.",
            );
        }
    }
    lines.push("5.5. Mỗi bên báo cho bên kia ít nhất 48 giờ trước khi cần đổi ngày giao trong một đợt; việc đổi phải được bên kia đồng ý.");
    lines.push(
        "5.6. Đợt mà Bên A chưa gửi hàng khi đã quá 7 ngày sau ngày giao cuối cùng của đợt thì coi là không giao; trách nhiệm của Bên A đối với \
         đợt này theo Điều 9 hoặc Điều 10.",
    );
}

fn acceptance(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 6, "Cân, nghiệm thu và khiếu nại");
    lines.push(
        "6.1. Bên B cân hàng ngay khi nhận bằng cân còn thời hạn kiểm định và ghi trên Mùa Vụ: khối lượng cân được, khối lượng nhận, \
         khối lượng không nhận và lý do. Khối lượng nhận cộng khối lượng không nhận bằng khối lượng cân được.",
    );
    lines.push(
        "6.2. Bên B chỉ được không nhận phần hàng không đúng giống, loại, chất lượng, đóng gói, giấy chứng nhận theo Điều 1 đến Điều 3 \
         hoặc phần vượt mức chênh lệch tại Điều 1.",
    );
    lines.push(
        "6.3. Bên A nhận lại phần hàng không được nhận trong 24 giờ và chịu chi phí đưa hàng về, trừ khi hai bên thỏa thuận cách xử lý khác.",
    );
    lines.push(format!(
        "6.4. Mỗi bên có quyền khiếu nại về số lượng, chất lượng hoặc kết quả nghiệm thu trong {} giờ kể từ khi kết quả được ghi trên \
         Mùa Vụ. Quá thời hạn này mà không khiếu nại, kết quả nghiệm thu là căn cứ thanh toán.",
        terms.conditions.complaint_hours
    ));
}

fn payment(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 7, "Thanh toán");
    if terms.dues.is_none() {
        lines.push(
            "7.1. Số tiền phải trả của mỗi đợt bằng khối lượng nhận của đợt đó nhân với giá hợp đồng, làm tròn đến đồng. Tổng số tiền bằng \
             tổng của các đợt.",
        );
    } else {
        lines.push(dues::worth(terms.dues));
    }
    match terms.payment_days {
        0 => lines.push("7.2. Bên B trả tiền của mỗi đợt ngay trong ngày nghiệm thu."),
        days => lines.push(format!(
            "7.2. Bên B trả tiền của mỗi đợt trong {days} ngày kể từ ngày nghiệm thu; ngày tính theo dương lịch, gồm cả ngày nghỉ."
        )),
    }
    lines.push(
        "7.3. Bên B chuyển khoản vào tài khoản của Bên A, ghi số hợp đồng và số đợt, rồi báo trên Mùa Vụ. Bên A xác nhận trên Mùa Vụ khi \
         đã nhận đủ tiền.",
    );
    lines.push("7.4. Bên A giao hóa đơn, chứng từ bán hàng cho Bên B theo quy định của pháp luật về thuế.");
    lines.push(
        "7.5. Bên B chậm trả thì trả thêm tiền lãi trên số tiền chậm trả theo lãi suất nợ quá hạn trung bình trên thị trường tại thời \
         điểm thanh toán, tương ứng với số ngày chậm trả.",
    );
    dues::write(lines, terms);
}

fn duties(lines: &mut Lines) {
    title(lines, 8, "Quyền và nghĩa vụ của hai bên");
    lines.push(
        "8.1. Bên A giao đúng khối lượng, chất lượng, thời gian; không bán cho người khác phần hàng đã cam kết trong hợp đồng này; báo \
         ngay cho Bên B khi sản lượng có nguy cơ không đủ.",
    );
    lines.push("8.2. Bên B nhận hàng đúng lịch, nghiệm thu trung thực, không ép giá, không hạ loại trái với Điều 6, trả tiền đúng hạn.");
    lines.push("8.3. Mỗi bên có quyền yêu cầu bên kia thực hiện đúng hợp đồng và cung cấp chứng từ liên quan.");
}

fn force_majeure(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 9, "Bất khả kháng và thương lượng lại giá");
    lines.push(
        "9.1. Bên không thực hiện được nghĩa vụ do bão, lũ, hạn hán, sương muối, dịch bệnh, quyết định của cơ quan nhà nước hoặc sự kiện \
         khách quan khác không thể lường trước được và không thể khắc phục được dù đã áp dụng mọi biện pháp cần thiết trong khả năng cho \
         phép thì được miễn trách nhiệm đối với phần bị ảnh hưởng và được kéo dài thời hạn tương ứng.",
    );
    lines.push(
        "9.2. Bên gặp sự kiện bất khả kháng báo ngay cho bên kia và lưu chứng cứ, gồm xác nhận của Ủy ban nhân dân cấp xã hoặc cơ quan \
         khí tượng thủy văn nếu có.",
    );
    lines.push(format!(
        "9.3. Khi giá tham khảo của nông sản này trên Mùa Vụ tăng hoặc giảm quá {} so với giá tham khảo của tuần lập hợp đồng, mỗi bên \
         có quyền đề nghị thương lượng lại giá của các đợt chưa giao. Trong khi thương lượng, hai bên tiếp tục thực hiện theo giá hợp đồng.",
        percent(terms.conditions.renegotiation)
    ));
}

fn penalty(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 10, "Phạt vi phạm và bồi thường thiệt hại");
    lines.push(penalty_clause(terms.conditions.penalty));
    lines.push("10.2. Ngoài tiền phạt, bên vi phạm bồi thường thiệt hại thực tế, trực tiếp mà bên kia chứng minh được.");
    lines.push("10.3. Không phạt, không bồi thường đối với phần vi phạm do bất khả kháng hoặc do lỗi của bên kia.");
}

pub(super) fn penalty_clause(rate: Percent) -> String {
    format!(
        "10.1. Bên vi phạm hợp đồng chịu phạt {} giá trị phần nghĩa vụ bị vi phạm; tổng mức phạt không quá {} giá trị phần nghĩa vụ bị \
         vi phạm.",
        percent(rate),
        percent(Percent::PENALTY_CAP)
    )
}

fn disputes(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 11, "Giải quyết tranh chấp");
    lines.push(format!(
        "11.1. Khi có tranh chấp, hai bên thương lượng trong {} ngày kể từ ngày một bên thông báo bằng văn bản hoặc trên Mùa Vụ.",
        terms.conditions.negotiation_days
    ));
    let mediator = match terms.conditions.mediator {
        Mediator::FarmersUnion => "Hội Nông dân cấp tỉnh nơi Bên A có địa chỉ",
        Mediator::CooperativeAlliance => "Liên minh Hợp tác xã cấp tỉnh nơi Bên A có địa chỉ",
    };
    lines.push(format!("11.2. Thương lượng không thành thì hai bên đề nghị {mediator} hòa giải."));
    lines.push(match terms.conditions.forum {
        Forum::Court => "11.3. Hòa giải không thành thì mỗi bên có quyền khởi kiện tại Tòa án nhân dân có thẩm quyền.",
        Forum::Viac => {
            "11.3. Hòa giải không thành thì tranh chấp được giải quyết bằng trọng tài tại Trung tâm Trọng tài Quốc tế Việt Nam (VIAC) \
             theo quy tắc tố tụng trọng tài của Trung tâm này."
        }
    });
}

fn confidentiality(lines: &mut Lines) {
    title(lines, 12, "Bảo mật và dữ liệu cá nhân");
    lines.push(
        "12.1. Hai bên giữ kín giá, tài khoản ngân hàng và thông tin liên hệ của nhau, trừ khi cơ quan có thẩm quyền yêu cầu theo pháp luật.",
    );
    lines.push(
        "12.2. Dữ liệu cá nhân trong hợp đồng chỉ được dùng để thực hiện hợp đồng, giải quyết tranh chấp và báo cáo theo pháp luật. \
         Cán bộ của chương trình quản lý Mùa Vụ được xem hợp đồng để xác minh và thống kê.",
    );
}

fn term(lines: &mut Lines, terms: &ContractTerms) {
    title(lines, 13, "Hiệu lực, sửa đổi và bản hợp đồng");
    lines.push(
        "13.1. Hợp đồng có hiệu lực từ khi bên sau cùng ký và kết thúc khi mọi đợt đã giao nhận hoặc coi là không giao và mọi khoản đã thanh toán xong, hoặc khi một bên \
         chấm dứt và nêu lý do trên Mùa Vụ. Chấm dứt hợp đồng không làm mất nghĩa vụ thanh toán hàng đã nhận và trách nhiệm tại Điều 10.",
    );
    lines.push(format!("13.2. Sau {} mà một bên chưa ký thì hợp đồng này không có hiệu lực.", format::instant(terms.sign_by)));
    lines.push("13.3. Mọi sửa đổi, bổ sung chỉ có giá trị khi lập thành phụ lục hoặc văn bản mới được hai bên ký.");
    lines.push(
        "13.4. Người đại diện của mỗi bên ký điện tử trên Mùa Vụ bằng mật khẩu và mã xác nhận dùng một lần. Hai bên thừa nhận cách ký này \
         thể hiện ý chí của mình và ràng buộc mình thực hiện hợp đồng.",
    );
    lines.push(
        "13.5. Hợp đồng được lập dưới dạng thông điệp dữ liệu. Văn bản có mã SHA-256 trùng với mã lưu trên Mùa Vụ có giá trị như bản gốc; \
         mỗi bên được nhận một bản.",
    );
}
